import {
  choicesOf,
  type CommandName,
  COMMANDS,
  commandSpec,
  COMMON_FLAGS,
  EXIT_CODES,
} from "../../lib/cli/command_table.ts";
import { type FlagName, flagSpec } from "../../lib/cli/flag_table.ts";
import { markdownTable } from "./markdown_table.ts";

const NAMES = Object.keys(COMMANDS) as CommandName[];

/** The commands in one table. */
export function commandIndex(): string {
  return markdownTable(
    ["command", "does"],
    NAMES.map((name) => [
      `[\`${usage(name)}\`](#${name.replaceAll(" ", "-")})`,
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
    `\`insomnia-profile ${usage(name)}\`: ${summary}.`,
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
  return choices.map((choice) => `\`${choice}\``).join(", ");
}

/** The first of a flag's choices is what holds without it. */
function withDefault([first, ...others]: readonly string[]): string {
  return [`\`${first}\` (default)`, words(others)].join(", ");
}

function usage(name: CommandName): string {
  const { operand } = commandSpec(name);
  if (operand === undefined) return name;
  const word = operand.repeatable ? `${operand.name}...` : operand.name;
  return `${name} ${operand.required ? word : `[${word}]`}`;
}

function flagTable(command: CommandName, flags: readonly FlagName[]): string {
  return markdownTable(
    ["flag", "does"],
    flags.map((name) => {
      const { value, letter, help, repeatable, noDefault } = flagSpec(name);
      const choices = choicesOf(command, name);
      return [
        `\`--${name}${value ? ` ${value}` : ""}\`${
          letter ? `, \`-${letter}\`` : ""
        }`,
        help +
        (choices
          ? `: ${noDefault ? words(choices) : withDefault(choices)}`
          : "") +
        (repeatable ? "; may be repeated" : ""),
      ];
    }),
  );
}
