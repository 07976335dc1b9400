import { wrapText } from "../print/wrap_text.ts";
import {
  choicesOf,
  type CommandName,
  COMMANDS,
  commandSpec,
  COMMON_FLAGS,
  DEFAULT_COMMAND,
  EXIT_CODES,
  type FlagName,
  flagSpec,
  type OperandSpec,
} from "./command_table.ts";

const PROGRAM = "insomnia-profile";
const DEFAULT_WIDTH = 80;
const MAX_WIDTH = 100;

type Row = readonly [name: string, text: string];

/**
 * The help of the program, or of one of its commands.
 *
 * @param command left out: the program's
 * @param width columns of the terminal
 */
export function printHelp(
  command: CommandName | undefined,
  width: number = DEFAULT_WIDTH,
): string {
  const columns = Math.min(width, MAX_WIDTH);
  const sections = command === undefined
    ? programHelp(columns)
    : commandHelp(command, columns);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function programHelp(width: number): string[][] {
  const main = commandSpec(DEFAULT_COMMAND);
  return [
    wrapText(
      "Turns a reusable Insomnia profile and launch inputs into one complete Pod manifest.",
      width,
    ),
    [
      "Usage:",
      `  ${PROGRAM} ${operandUsage(main.operand)} [flags]`,
      `  ${PROGRAM} COMMAND ...`,
    ],
    section(
      "Commands",
      Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]),
      width,
    ),
    section(`Flags of ${DEFAULT_COMMAND}`, flagRows(DEFAULT_COMMAND), width),
    section("Flags of every command", commonRows(), width),
    examples(main.examples ?? []),
    section(
      "Exit codes",
      EXIT_CODES.map(([code, meaning]) => [String(code), meaning]),
      width,
    ),
    [`\`${PROGRAM} help COMMAND\` says more of a command.`],
  ];
}

function commandHelp(command: CommandName, width: number): string[][] {
  const spec = commandSpec(command);
  const { operand } = spec;
  const usage = [PROGRAM, command, operand && operandUsage(operand), "[flags]"];
  return [
    wrapText(
      `${spec.summary[0].toUpperCase()}${spec.summary.slice(1)}.`,
      width,
    ),
    ["Usage:", `  ${usage.filter((part) => part).join(" ")}`],
    ...(spec.details ?? []).map((paragraph) => wrapText(paragraph, width)),
    ...(operand ? [section("Word", [operandRow(operand)], width)] : []),
    ...(spec.flags.length > 0
      ? [section("Flags", flagRows(command), width)]
      : []),
    section("Flags of every command", commonRows(), width),
    ...(spec.examples ? [examples(spec.examples)] : []),
  ];
}

function section(
  title: string,
  rows: readonly Row[],
  width: number,
): string[] {
  const column = Math.max(...rows.map(([name]) => name.length)) + 4;
  return [
    `${title}:`,
    ...rows.flatMap(([name, text]) => {
      const [first, ...rest] = wrapText(text, width - column);
      return [
        `  ${name.padEnd(column - 2)}${first}`,
        ...rest.map((line) => " ".repeat(column) + line),
      ];
    }),
  ];
}

function examples(lines: readonly string[]): string[] {
  return ["Examples:", ...lines.map((line) => `  ${line}`)];
}

function flagRows(command: CommandName): Row[] {
  return commandSpec(command).flags.map((name) => flagRow(name, command));
}

function commonRows(): Row[] {
  return COMMON_FLAGS.map((name) => flagRow(name, DEFAULT_COMMAND));
}

function flagRow(name: FlagName, command: CommandName): Row {
  const { value, help, letter, repeatable } = flagSpec(name);
  const choices = choicesOf(command, name);
  return [
    `--${name}${value ? ` ${value}` : ""}${letter ? `, -${letter}` : ""}`,
    help + (choices ? `: ${choices.join(", ")}` : "") +
    (repeatable ? "; may be repeated" : ""),
  ];
}

function operandUsage(operand: OperandSpec | undefined): string {
  if (operand === undefined) return "";
  const name = operand.repeatable ? `${operand.name}...` : operand.name;
  return operand.required ? name : `[${name}]`;
}

function operandRow({ name, help, choices }: OperandSpec): Row {
  return [name, choices ? `${help}: ${choices.join(", ")}` : help];
}
