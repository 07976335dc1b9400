import { displayWidth, takeColumns } from "../../print/display_width.ts";
import type { Paint } from "../../print/paint.ts";
import { visibleText } from "../../print/visible_text.ts";
import type { DialogMarks } from "./dialog_marks.ts";
import type { DialogState } from "./dialog_state.ts";
import type { Preview } from "./preview.ts";

/** What drawing depends on. */
export interface DialogStyle {
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
  readonly marks: DialogMarks;
}

/** One line, with its width on the screen. */
export interface DrawnLine {
  /** Columns that it takes; never more than the terminal has, less one. */
  readonly width: number;
  readonly text: string;
}

/** A piece of a line, with its style. */
type Piece = readonly [tone: Parameters<Paint>[0] | undefined, text: string];

/**
 * The dialog as six lines, the last of them for a remark. Nothing is wrapped:
 * what is too long for the terminal is cut.
 */
export function drawDialog(
  state: DialogState,
  preview: Preview | undefined,
  { width, paint, marks }: DialogStyle,
): DrawnLine[] {
  // The last column stays free: some terminals move a cursor there to the next
  // line.
  const room = Math.max(1, width - 1);
  const line = (...pieces: readonly Piece[]) => fit(pieces, room, paint, marks);
  const isOver = state.outcome !== undefined;
  return [
    line(["strong", "new pod"]),
    line([undefined, "  name: "], ...nameField(state, room, marks)),
    profileLine(state, room, paint, marks),
    line([undefined, "  model: "], ...previewPieces(preview, marks)),
    isOver
      ? line(
        state.outcome === "confirmed"
          ? [undefined, ""]
          : ["faint", "  cancelled"],
      )
      : line(["faint", keysThatFit(room, marks)]),
    line(...(state.remark ? [["warning", `  ${state.remark}`] as const] : [])),
  ];
}

/** As much of the name around the cursor as fits. */
function nameField(
  { name, cursor, outcome }: DialogState,
  room: number,
  marks: DialogMarks,
): Piece[] {
  if (outcome !== undefined) return [[undefined, name]];
  const columns = Math.max(1, room - "  name: ".length - 2);
  const from = Math.max(0, cursor - columns);
  const before = name.slice(from, cursor);
  const after = name.slice(cursor, from + columns);
  return [
    [undefined, from > 0 ? marks.cut + before.slice(1) : before],
    ["note", marks.cursor],
    [undefined, after],
  ];
}

function profileLine(
  { choices, chosen, outcome }: DialogState,
  room: number,
  paint: Paint,
  marks: DialogMarks,
): DrawnLine {
  const { selector, isDefault, description } = choices[chosen]!;
  const head = `  profile: ${marks.foreign(visibleText(selector))}`;
  const mark = isDefault ? " (default)" : "";
  const words = description === undefined
    ? ""
    : ` ${marks.dash} ${marks.foreign(visibleText(description))}`;
  const hint = outcome === undefined && choices.length > 1
    ? "   (tab/down to change)"
    : "";
  // If there is not enough room, the hint goes first, then the end of the
  // description.
  const takesHint = displayWidth(head + mark + words + hint) <= room;
  return fit(
    [
      [undefined, head.slice(0, 11)],
      ["strong", head.slice(11)],
      ["note", mark],
      [undefined, words],
      ["faint", takesHint ? hint : ""],
    ],
    room,
    paint,
    marks,
  );
}

function previewPieces(
  preview: Preview | undefined,
  marks: DialogMarks,
): Piece[] {
  if (preview === undefined) return [["faint", marks.waiting]];
  if (preview.problem !== undefined) {
    const text = marks.foreign(visibleText(preview.problem));
    return [["error", `error: ${text}`]];
  }
  const facts = preview.facts.map((fact) => marks.foreign(visibleText(fact)));
  return [[undefined, facts.join(` ${marks.dot} `)]];
}

/** The keys, as many as fit. */
function keysThatFit(room: number, { dot }: DialogMarks): string {
  const lines = [
    `enter create ${dot} tab/down next profile ${dot} shift-tab/up previous ${dot} esc cancel`,
    `enter create ${dot} tab next ${dot} shift-tab previous ${dot} esc cancel`,
    `enter create ${dot} tab next ${dot} esc cancel`,
    `enter ${dot} tab ${dot} esc`,
  ].map((line) => `  ${line}`);
  return lines.find((line) => displayWidth(line) <= room) ?? lines.at(-1)!;
}

/** Cuts a line that is too long, and styles its pieces. */
function fit(
  pieces: readonly Piece[],
  room: number,
  paint: Paint,
  { cut }: DialogMarks,
): DrawnLine {
  const whole = pieces.map(([, text]) => text).join("");
  const isCut = displayWidth(whole) > room;
  let left = isCut ? room - 1 : room;
  let width = 0;
  let text = "";
  for (const [tone, piece] of pieces) {
    const taken = takeColumns(piece, left);
    const columns = displayWidth(taken);
    text += tone === undefined ? taken : paint(tone, taken);
    left -= columns;
    width += columns;
    if (taken !== piece) break;
  }
  return isCut ? { width: width + 1, text: text + cut } : { width, text };
}
