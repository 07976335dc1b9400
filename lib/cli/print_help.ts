import { displayWidth, widest } from "../print/display_width.ts";
import { type Paint, painter } from "../print/paint.ts";
import { wrapText } from "../print/wrap_text.ts";
import {
  COMMAND_GROUPS,
  type CommandName,
  COMMANDS,
  COMMON_FLAGS,
  DEFAULT_COMMAND,
  EXIT_CODES,
  type OperandSpec,
} from "./arguments/command_table.ts";
import {
  commandsOfGroup,
  commandSpec,
  isCommand,
} from "./arguments/known_commands.ts";
import { flagText, operandUsage, usagesOf } from "./arguments/command_usage.ts";
import { type FlagName, flagSpec } from "./arguments/flag_table.ts";

const PROGRAM = "insomnia-profile";
const DEFAULT_WIDTH = 80;
const MAX_WIDTH = 100;
/** With fewer columns beside a name, its description stands below it. */
const MIN_TEXT = 26;

type Row = readonly [name: string, text: string];

/** How the help is drawn. */
export interface HelpStyle {
  /** Columns of the terminal; default 80, and no more than 100 are used. */
  readonly width?: number | undefined;
  readonly color?: boolean;
}

/** What every part of the help needs to be drawn. */
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
      "Turns a reusable profile into one complete, validated Pod manifest.",
      width,
    ),
    commandLines("Usage", [
      `${PROGRAM} ${operandUsage(main.operand)} [flags]`,
      `${PROGRAM} COMMAND ...`,
    ], drawing),
    ...Object.entries(COMMAND_GROUPS).map(([group, title]) =>
      section(title, commandRows(group), drawing)
    ),
    section(`Flags of ${DEFAULT_COMMAND}`, flagRows(DEFAULT_COMMAND), drawing),
    section("Global flags", commonRows(), drawing),
    commandLines("Examples", main.examples ?? [], drawing),
    section(
      "Exit codes",
      EXIT_CODES.map(([code, meaning]) => [String(code), meaning]),
      drawing,
    ),
    wrapText(`\`${PROGRAM} help COMMAND\` shows the help of a command.`, width),
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
      `\`${PROGRAM} help ${group} COMMAND\` shows the help of a command.`,
      drawing.width,
    ),
  ];
}

function commandHelp(command: CommandName, drawing: Drawing): string[][] {
  const { width } = drawing;
  const spec = commandSpec(command);
  const { operand } = spec;
  const usages = usagesOf(command).map((usage) =>
    `${PROGRAM} ${usage} [flags]`
  );
  return [
    wrapText(
      `${spec.summary[0]!.toUpperCase()}${spec.summary.slice(1)}.`,
      width,
    ),
    commandLines("Usage", usages, drawing),
    ...(spec.details ?? []).map((paragraph) => wrapText(paragraph, width)),
    ...(operand ? [section("Arguments", [operandRow(operand)], drawing)] : []),
    ...(spec.flags.length > 0
      ? [section("Flags", flagRows(command), drawing)]
      : []),
    section("Global flags", commonRows(), drawing),
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
  const longest = widest(rows.map(([name]) => name));
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

/** Command lines; a long one is continued on the next line with `\`. */
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

function commandRows(group: string): Row[] {
  return Object.entries(COMMANDS)
    .filter(([, spec]) => spec.group === group)
    .map(([name, { summary }]) => [name, summary]);
}

function flagRows(command: CommandName): Row[] {
  return commandSpec(command).flags.map((name) => flagRow(name, command));
}

function commonRows(): Row[] {
  return COMMON_FLAGS.map((name) => flagRow(name, DEFAULT_COMMAND));
}

function flagRow(name: FlagName, command: CommandName): Row {
  const { value, letter } = flagSpec(name);
  return [
    `${letter ? `-${letter}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
    flagText(command, name),
  ];
}

function operandRow({ name, help, choices }: OperandSpec): Row {
  return [name, choices ? `${help}: ${choices.join(", ")}` : help];
}
