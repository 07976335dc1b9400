import {
  type CommandName,
  COMMANDS,
  COMMON_FLAGS,
  EXIT_CODES,
} from "../../lib/cli/arguments/command_table.ts";
import { commandSpec } from "../../lib/cli/arguments/known_commands.ts";
import { flagText, usagesOf } from "../../lib/cli/arguments/command_usage.ts";
import { type FlagName, flagSpec } from "../../lib/cli/arguments/flag_table.ts";
import { markdownTable } from "./markdown_table.ts";

const NAMES = Object.keys(COMMANDS) as CommandName[];

/** The commands in one table. */
export function commandIndex(): string {
  return markdownTable(
    ["command", "does"],
    NAMES.map((name) => [
      `[\`${name}\`](#${name.replaceAll(" ", "-")})`,
      commandSpec(name).summary,
    ]),
  );
}

/** Each command in full. */
export function commandEntries(): string {
  return NAMES.map(section).join("\n\n");
}

/** The flags that every command takes. */
export function commonFlags(): string {
  return flagTable("resolve", COMMON_FLAGS);
}

/** What the program exits with. */
export function exitCodes(): string {
  return markdownTable(
    ["code", "meaning"],
    EXIT_CODES.map(([code, meaning]) => [String(code), meaning]),
  );
}

function section(name: CommandName): string {
  const { summary, details = [], operand, flags, examples = [] } = commandSpec(
    name,
  );
  const parts = [
    `### ${name}`,
    `${summary[0]!.toUpperCase()}${summary.slice(1)}.`,
    `\`\`\`text\n${
      usagesOf(name).map((usage) => `insomnia-profile ${usage}`).join("\n")
    }\n\`\`\``,
    ...details,
  ];
  if (operand?.choices) {
    parts.push(`${operand.name} is one of ${words(operand.choices)}.`);
  }
  if (flags.length > 0) parts.push(flagTable(name, flags));
  if (examples.length > 0) {
    parts.push(`\`\`\`sh\n${examples.join("\n")}\n\`\`\``);
  }
  return parts.join("\n\n");
}

function words(choices: readonly string[]): string {
  return choices.map(code).join(", ");
}

function code(text: string): string {
  return `\`${text}\``;
}

function flagTable(command: CommandName, flags: readonly FlagName[]): string {
  return markdownTable(
    ["flag", "does"],
    flags.map((name) => {
      const { value, letter } = flagSpec(name);
      const long = code(`--${name}${value ? ` ${value}` : ""}`);
      return [
        letter ? `${code(`-${letter}`)}, ${long}` : long,
        flagText(command, name, code),
      ];
    }),
  );
}
