import type { System } from "../../system/system.ts";
import { type CommandName, COMMON_FLAGS } from "../arguments/command_table.ts";
import { flagHelp } from "../arguments/command_usage.ts";
import { type FlagName, flagSpec, isFlag } from "../arguments/flag_table.ts";
import { flagNamed } from "../arguments/given_flag.ts";
import {
  choicesOf,
  commandsOfGroup,
  commandSpec,
} from "../arguments/known_commands.ts";
import {
  type Arguments,
  parseArguments,
} from "../arguments/parse_arguments.ts";
import { startedIn } from "../started_in.ts";
import {
  type Candidate,
  candidatesFor,
  commandWords,
  type Completion,
} from "./candidates.ts";
import { completePaths } from "./complete_paths.ts";

/**
 * How the last word of a command line can go on. What cannot be read, such as
 * a broken registry, gives no candidates: this is no place for an error.
 *
 * @param words the words before it, without the program's name
 * @param partial what is typed of the word, possibly nothing
 */
export async function complete(
  words: readonly string[],
  partial: string,
  world: System,
): Promise<Completion> {
  const parsed = parseArguments(words);
  const system = startedIn(parsed.flags.directory, world);
  const joined = /^--([^=]+)=/.exec(partial);
  if (joined !== null && isFlag(joined[1]!)) {
    const [flag, name] = [joined[0], joined[1] as FlagName];
    const begun = partial.slice(flag.length);
    const { candidates, paths } = await valuesOf(name, begun, parsed, system);
    const found = paths ? await completePaths(begun, paths, system) : [];
    return startingWith(partial, {
      candidates: [...candidates, ...found.map((word) => ({ word }))]
        .map(({ word, ...more }) => ({ word: flag + word, ...more })),
    });
  }
  const open = openFlag(words);
  if (open !== undefined) {
    return startingWith(
      partial,
      await valuesOf(open, partial, parsed, system),
    );
  }
  if (partial.startsWith("-") && !words.includes("--")) {
    return startingWith(partial, { candidates: flagsOf(parsed.command) });
  }
  return startingWith(
    partial,
    await operandsOf(words, partial, parsed, system),
  );
}

function startingWith(
  partial: string,
  { candidates, paths }: Completion,
): Completion {
  // `project:` begins a qualified name, which contains no path.
  const isName = /^(builtin|user|project):/.test(partial);
  return {
    candidates: candidates.filter(({ word }) => word.startsWith(partial)),
    ...(isName ? {} : { paths }),
  };
}

/** The flag whose value is being typed. */
function openFlag(words: readonly string[]): FlagName | "selector" | undefined {
  const last = words.at(-1);
  if (!last?.startsWith("-") || words.slice(0, -1).includes("--")) return;
  const name = flagNamed(last);
  return name === undefined || name === "selector" ||
      flagSpec(name).value !== undefined
    ? name
    : undefined;
}

function flagsOf(command: CommandName): Candidate[] {
  return [...commandSpec(command).flags, ...COMMON_FLAGS].map((name) => ({
    word: `--${name}`,
    help: flagHelp(command, name),
  }));
}

async function valuesOf(
  flag: FlagName | "selector",
  partial: string,
  parsed: Arguments,
  system: System,
): Promise<Completion> {
  if (flag === "selector") {
    return await candidatesFor("profile", partial, parsed, system);
  }
  const choices = choicesOf(parsed.command, flag);
  if (choices) return { candidates: choices.map((word) => ({ word })) };
  return await candidatesFor(flagSpec(flag).completes, partial, parsed, system);
}

async function operandsOf(
  words: readonly string[],
  partial: string,
  parsed: Arguments,
  system: System,
): Promise<Completion> {
  if (parsed.group !== undefined) {
    return {
      candidates: parsed.operands.length > 0 ? [] : secondWords(parsed.group),
    };
  }
  const { operand } = commandSpec(parsed.command);
  const isFirst = !parsed.commandNamed && parsed.operands.length === 0;
  if (
    operand === undefined ||
    (parsed.operands.length > 0 && !operand.repeatable)
  ) return { candidates: [] };
  const own = operand.choices
    ? { candidates: operand.choices.map((word) => ({ word })) }
    : await candidatesFor(operand.completes, partial, parsed, system);
  return isFirst && !words.includes("--")
    ? { ...own, candidates: [...commandWords(), ...own.candidates] }
    : own;
}

function secondWords(group: string): Candidate[] {
  return commandsOfGroup(group).map((name) => ({
    word: name.slice(group.length + 1),
    help: commandSpec(name).summary,
  }));
}
