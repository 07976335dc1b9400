import type {
  Diagnostic,
  RelatedPlace,
  SourcePlace,
} from "../../base/diagnostic.ts";
import { helpText, suggestionText } from "../../base/diagnostic_help.ts";
import { displayWidth } from "../display_width.ts";
import { type Paint, painter } from "../paint.ts";
import { visibleText } from "../visible_text.ts";
import { wrapText } from "../wrap_text.ts";
import { cutExcerpt } from "./cut_excerpt.ts";
import { drawCarets } from "./draw_carets.ts";

/** Without a terminal lines may be long, but not a minified file. */
const DEFAULT_WIDTH = 160;

/** Between what one `print` was given; a real tab would move the cursor. */
const TAB = "    ";

/** Before the lines of a message after its first. */
const CONTINUED = "    ";

/** A suggestion up to this length stands beside the underlined word. */
const LONGEST_BESIDE = 75;

/**
 * Diagnostics for a person: what is wrong, where, the line with the place
 * underlined, and how to go on.
 *
 * @param options.color with ANSI colours
 * @param options.width columns to wrap help at; left out: no wrapping
 * @returns text that ends in a newline, or the empty text
 */
export function renderHuman(
  diagnostics: readonly Diagnostic[],
  options: {
    readonly color?: boolean | undefined;
    readonly width?: number | undefined;
  } = {},
): string {
  const paint = painter(options.color ?? false);
  return diagnostics
    .map((diagnostic) => renderOne(diagnostic, paint, options.width))
    .join("\n");
}

function renderOne(
  diagnostic: Diagnostic,
  paint: Paint,
  width: number | undefined,
): string {
  const { source, related = [] } = diagnostic;
  const hasLine = source?.excerpt !== undefined;
  // The `|` of the source lines up with the `=` below it.
  const margin = " ".repeat(hasLine ? String(source.line).length + 1 : 1);
  const arrow = `${margin.padStart(2)}${paint("gutter", "-->")}`;
  const { beside, help } = placeHelp(diagnostic);
  const remarks = [
    ...help.flatMap((text) => remark(margin, "help", text, paint, width)),
    ...related.flatMap((place) =>
      remark(margin, "note", relatedText(place), paint, width)
    ),
  ];
  const lines = [
    ...headline(diagnostic, paint, width),
    ...(source ? [`${arrow} ${where(source)}`] : []),
    ...(hasLine ? sourceLines(diagnostic, source, beside, paint, width) : []),
    ...(hasLine && remarks.length > 0
      ? [`${margin} ${paint("gutter", "|")}`]
      : []),
    ...remarks,
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function headline(
  { severity, code, message }: Diagnostic,
  paint: Paint,
  width: number | undefined,
): string[] {
  const title = `${severity}[${code}]`;
  const text = message.split("\n")
    .map((line) => visibleText(line.replaceAll("\t", TAB))).join("\n");
  const room = width === undefined ? undefined : width - CONTINUED.length;
  const [first = "", ...rest] = wrapText(`${title}: ${text}`, room);
  // A message of several lines stays recognisable as one: the rest is indented.
  return [
    paint(severity, title) + paint("strong", first.slice(title.length)),
    ...rest.map((line) => paint("strong", CONTINUED + line)),
  ];
}

function where(source: SourcePlace): string {
  // Said here only when there is no line to say it beside.
  const label = source.excerpt === undefined ? source.label : undefined;
  return printPlace(source) + (label ? ` (${visibleText(label)})` : "");
}

function printPlace({ file, line, column, length }: SourcePlace): string {
  const place = `${visibleText(file)}:${line}`;
  return length > 0 ? `${place}:${column}` : place;
}

/** The text beside the underline, and the remaining help. */
function placeHelp(
  diagnostic: Diagnostic,
): { readonly beside: string; readonly help: readonly string[] } {
  const { source, help } = diagnostic;
  const paragraphs = helpText(diagnostic)?.split("\n") ?? [];
  if (source?.label !== undefined) {
    return { beside: visibleText(source.label), help: paragraphs };
  }
  const suggestion = suggestionText(diagnostic);
  const underlined = source?.excerpt !== undefined && source.length > 0;
  if (
    underlined && suggestion !== undefined &&
    suggestion.length <= LONGEST_BESIDE
  ) {
    return { beside: visibleText(suggestion), help: help?.split("\n") ?? [] };
  }
  return { beside: "", help: paragraphs };
}

function sourceLines(
  { severity }: Diagnostic,
  source: SourcePlace,
  beside: string,
  paint: Paint,
  width: number | undefined,
): string[] {
  const number = String(source.line);
  const bar = paint("gutter", "|");
  const empty = ` ${" ".repeat(number.length)} ${bar}`;
  const room = (width ?? DEFAULT_WIDTH) - displayWidth(` ${number} | `);
  const { text, before, marked } = cutExcerpt(source, room);
  const under = drawCarets(
    { before, marked, beside },
    width === undefined ? Infinity : room,
  );
  return [
    empty,
    ` ${paint("gutter", number)} ${bar} ${text}`,
    ...under.map(({ indent, text }) =>
      `${empty} ${" ".repeat(indent)}${paint(severity, text)}`
    ),
  ];
}

/** `   = help: ...`, the lines after the first below the text. */
function remark(
  margin: string,
  kind: "help" | "note",
  text: string,
  paint: Paint,
  width: number | undefined,
): string[] {
  const head = `${margin} = ${kind}: `;
  const [first, ...rest] = wrapText(
    text.split("\n").map(visibleText).join("\n"),
    width === undefined ? undefined : width - head.length,
  );
  return [
    `${margin} ${paint("gutter", "=")} ${paint("strong", `${kind}:`)} ${first}`,
    ...rest.map((line) => " ".repeat(head.length) + line),
  ];
}

function relatedText({ message, source }: RelatedPlace): string {
  return source ? `${printPlace(source)}: ${message}` : message;
}
