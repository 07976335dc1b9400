import {
  type CommandName,
  COMMANDS,
  type CommandSpec,
  COMMON_FLAGS,
} from "./command_table.ts";
import { type FlagName, flagSpec } from "./flag_table.ts";

/** Words that commands of two words begin with: `pod`. */
export function isGroup(word: string): boolean {
  return Object.keys(COMMANDS).some((name) => name.startsWith(`${word} `));
}

/** The second words of a group's commands. */
export function commandsOfGroup(group: string): readonly CommandName[] {
  return (Object.keys(COMMANDS) as CommandName[])
    .filter((name) => name.startsWith(`${group} `));
}

/** Whether a word names a command. */
export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

/** A command by its name, without the narrow types of the literal. */
export function commandSpec(name: CommandName): CommandSpec {
  return COMMANDS[name];
}

/** Whether a command takes a flag. */
export function takesFlag(command: CommandName, flag: FlagName): boolean {
  return COMMON_FLAGS.includes(flag) ||
    commandSpec(command).flags.includes(flag);
}

/** The values a flag of a command takes, where they are few. */
export function choicesOf(
  command: CommandName,
  flag: FlagName,
): readonly string[] | undefined {
  return flag === "format"
    ? commandSpec(command).formats
    : flagSpec(flag).choices;
}
