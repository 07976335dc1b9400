import type { TerminalOutput } from "../../system/terminal.ts";
import type { DrawnLine } from "./draw_dialog.ts";

const HIDE_CURSOR = "\x1b[?25l";
const SHOW_CURSOR = "\x1b[?25h";
const PASTE_ON = "\x1b[?2004h";
const PASTE_OFF = "\x1b[?2004l";
const CLEAR_LINE = "\x1b[K";
const CLEAR_BELOW = "\x1b[J";

/**
 * Lines that are drawn in place, over what was drawn before, below what the
 * terminal shows already.
 */
export class Screen {
  readonly #output: TerminalOutput;
  #drawn: readonly DrawnLine[] = [];

  /** Takes the terminal over; {@linkcode Screen.leave} gives it back. */
  constructor(output: TerminalOutput) {
    this.#output = output;
    output.write(HIDE_CURSOR + PASTE_ON);
  }

  /** Draws over what was drawn before. The cursor stays in the last line. */
  draw(lines: readonly DrawnLine[]): void {
    // Each line is cleared by itself: clearing everything below at once makes
    // tmux keep the old lines in its history when they begin at the top of the
    // window.
    const text = lines.map((line) => CLEAR_LINE + line.text).join("\r\n");
    this.#output.write(this.#toTop() + text + CLEAR_BELOW);
    this.#drawn = lines;
  }

  /** Leaves the lines where they are, and the terminal as it was found. */
  leave(): void {
    const isEmpty = this.#drawn.length === 0;
    // Empty lines at the end are given back.
    const empty = this.#drawn.length -
      (this.#drawn.findLastIndex(({ width }) => width > 0) + 1);
    const up = empty > 1 ? `\x1b[${empty - 1}A` : "";
    this.#output.write(
      `${
        isEmpty ? "" : `${empty > 0 ? `${up}\r` : "\r\n"}`
      }${PASTE_OFF}${SHOW_CURSOR}`,
    );
    this.#drawn = [];
  }

  /** To the first line: a terminal that became narrower has broken lines in two. */
  #toTop(): string {
    const columns = this.#output.columns() ?? Infinity;
    const rows = this.#drawn.reduce(
      (sum, { width }) => sum + Math.max(1, Math.ceil(width / columns)),
      0,
    );
    return rows > 1 ? `\x1b[${rows - 1}A\r` : "\r";
  }
}
