import type { TerminalOutput } from "../system/terminal.ts";

/** Work that takes less than this needs no sign of life. */
const SILENT_MS = 500;

/** Removes what stands on the line of a terminal. */
export const CLEAR_LINE = "\r\x1b[K";

/** One line on a terminal that says how far the work is. */
export interface Progress {
  /** Shows what is being done now. */
  readonly step: (text: string) => void;
  /** Removes the line. */
  readonly clear: () => void;
}

/** Shows no progress. */
export const NO_PROGRESS: Progress = { step() {}, clear() {} };

/**
 * Shows progress on a terminal once the work has taken half a second; nothing
 * anywhere else.
 *
 * @param now milliseconds
 */
export function progressOn(
  stream: TerminalOutput,
  now: () => number = () => performance.now(),
): Progress {
  if (!stream.isTerminal) return NO_PROGRESS;
  const start = now();
  let isShown = false;
  return {
    step(text) {
      if (now() - start < SILENT_MS) return;
      const room = (stream.columns() ?? 80) - 1;
      stream.write(`${CLEAR_LINE}${text.slice(0, room)}`);
      isShown = true;
    },
    clear() {
      if (isShown) stream.write(CLEAR_LINE);
      isShown = false;
    },
  };
}
