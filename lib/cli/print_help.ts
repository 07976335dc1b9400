import { displayWidth } from "../print/display_width.ts";
import { type Paint, painter } from "../print/paint.ts";
import { wrapText } from "../print/wrap_text.ts";
import {
  choicesOf,
  type CommandName,
  COMMANDS,
  commandsOfGroup,
  commandSpec,
  COMMON_FLAGS,
  DEFAULT_COMMAND,
  EXIT_CODES,
  isCommand,
  type OperandSpec,
} from "./command_table.ts";
import { type FlagName, flagSpec } from "./flag_table.ts";

const PROGRAM = "insomnia-profile";
const DEFAULT_WIDTH = 80;
const MAX_WIDTH = 100;
/** With less room beside a name, what it is stands below it. */
const MIN_TEXT = 26;

type Row = readonly [name: string, text: string];

/** How the help is drawn. */
export interface HelpStyle {
  /** Columns of the terminal; default 80, and no more than 100 are used. */
  readonly width?: number | undefined;
  readonly color?: boolean;
}

/** What each part of the help is drawn with. */
interface Drawing {
  readonly width: number;
  readonly paint: Paint;
}

/**
 * The help of the program, of one of its commands, or of a group of them.
 *
 * @param about left out: the program
 */
export function printHelp(
  about: string | undefined,
  { width = DEFAULT_WIDTH, color = false }: HelpStyle = {},
): string {
  const drawing: Drawing = {
    width: Math.min(width, MAX_WIDTH),
    paint: painter(color),
  };
  const sections = about === undefined
    ? programHelp(drawing)
    : isCommand(about)
    ? commandHelp(about, drawing)
    : groupHelp(about, drawing);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function programHelp(drawing: Drawing): string[][] {
  const { width } = drawing;
  const main = commandSpec(DEFAULT_COMMAND);
  return [
    wrapText(
      "Turns a reusable Insomnia profile and launch inputs into one complete Pod manifest.",
      width,
    ),
    commandLines("Usage", [
      `${PROGRAM} ${operandUsage(main.operand)} [flags]`,
      `${PROGRAM} COMMAND ...`,
    ], drawing),
    section(
      "Commands",
      Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]),
      drawing,
    ),
    section(`Flags of ${DEFAULT_COMMAND}`, flagRows(DEFAULT_COMMAND), drawing),
    section("Flags of every command", commonRows(), drawing),
    commandLines("Examples", main.examples ?? [], drawing),
    section(
      "Exit codes",
      EXIT_CODES.map(([code, meaning]) => [String(code), meaning]),
      drawing,
    ),
    wrapText(`\`${PROGRAM} help COMMAND\` says more of a command.`, width),
  ];
}

function groupHelp(group: string, drawing: Drawing): string[][] {
  return [
    commandLines("Usage", [`${PROGRAM} ${group} COMMAND ...`], drawing),
    section(
      "Commands",
      commandsOfGroup(group).map((name) => [name, commandSpec(name).summary]),
      drawing,
    ),
    wrapText(
      `\`${PROGRAM} help ${group} COMMAND\` says more of a command.`,
      drawing.width,
    ),
  ];
}

function commandHelp(command: CommandName, drawing: Drawing): string[][] {
  const { width } = drawing;
  const spec = commandSpec(command);
  const { operand } = spec;
  const usage = [PROGRAM, command, operand && operandUsage(operand), "[flags]"];
  return [
    wrapText(
      `${spec.summary[0]!.toUpperCase()}${spec.summary.slice(1)}.`,
      width,
    ),
    commandLines("Usage", [usage.filter((part) => part).join(" ")], drawing),
    ...(spec.details ?? []).map((paragraph) => wrapText(paragraph, width)),
    ...(operand ? [section("Word", [operandRow(operand)], drawing)] : []),
    ...(spec.flags.length > 0
      ? [section("Flags", flagRows(command), drawing)]
      : []),
    section("Flags of every command", commonRows(), drawing),
    ...(spec.examples
      ? [commandLines("Examples", spec.examples, drawing)]
      : []),
  ];
}

function section(
  title: string,
  rows: readonly Row[],
  { width, paint }: Drawing,
): string[] {
  const longest = rows.reduce((most, [name]) => Math.max(most, name.length), 0);
  const beside = width - longest - 4 >= MIN_TEXT;
  const column = beside ? longest + 4 : 6;
  return [
    paint("strong", `${title}:`),
    ...rows.flatMap(([name, text]) => {
      const lines = wrapText(text, width - column);
      const [first = "", ...rest] = beside ? lines : ["", ...lines];
      const space = " ".repeat(beside ? column - 2 - name.length : 0);
      return [
        `  ${paint("note", name)}${first && space + first}`,
        ...rest.map((line) => " ".repeat(column) + line),
      ];
    }),
  ];
}

/** Command lines; what is too long goes on in the next line, as a shell reads it. */
function commandLines(
  title: string,
  lines: readonly string[],
  { width, paint }: Drawing,
): string[] {
  const isUsage = title === "Usage";
  const room = width - (isUsage ? 4 : 6);
  return [
    paint("strong", `${title}:`),
    ...lines.flatMap((line) => {
      if (displayWidth(line) + 2 <= width) return [`  ${line}`];
      const parts = wrapText(line, room);
      return parts.map((part, at) =>
        `${at === 0 ? "  " : "    "}${part}${
          isUsage || at === parts.length - 1 ? "" : " \\"
        }`
      );
    }),
  ];
}

function flagRows(command: CommandName): Row[] {
  return commandSpec(command).flags.map((name) => flagRow(name, command));
}

function commonRows(): Row[] {
  return COMMON_FLAGS.map((name) => flagRow(name, DEFAULT_COMMAND));
}

function flagRow(name: FlagName, command: CommandName): Row {
  const { value, help, letter, repeatable, noDefault } = flagSpec(name);
  const choices = choicesOf(command, name);
  return [
    `--${name}${value ? ` ${value}` : ""}${letter ? `, -${letter}` : ""}`,
    help +
    (choices
      ? `: ${noDefault ? choices.join(", ") : withDefault(choices)}`
      : "") +
    (repeatable ? "; may be repeated" : ""),
  ];
}

/** The first of a flag's choices is what holds without it. */
function withDefault([first, ...others]: readonly string[]): string {
  return [`${first} (default)`, ...others].join(", ");
}

function operandUsage(operand: OperandSpec | undefined): string {
  if (operand === undefined) return "";
  const name = operand.repeatable ? `${operand.name}...` : operand.name;
  return operand.required ? name : `[${name}]`;
}

function operandRow({ name, help, choices }: OperandSpec): Row {
  return [name, choices ? `${help}: ${choices.join(", ")}` : help];
}
