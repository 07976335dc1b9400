import type { System } from "../system/system.ts";
import type { TerminalOutput } from "../system/terminal.ts";

/** How to write to a stream. */
export interface Look {
  readonly color: boolean;
  /** Columns; `undefined` when nobody wraps. */
  readonly width: number | undefined;
}

/**
 * Decides colours and width: `--color` first, then `NO_COLOR`, then
 * `CLICOLOR_FORCE` (any value but `0`), then whether it is a terminal.
 */
export function lookOf(
  stream: TerminalOutput,
  system: System,
  color: string = "auto",
): Look {
  return {
    color: color === "auto" ? wantsColor(stream, system) : color === "always",
    width: stream.columns(),
  };
}

function wantsColor(stream: TerminalOutput, system: System): boolean {
  if (system.env("NO_COLOR") !== undefined) return false;
  const force = system.env("CLICOLOR_FORCE");
  if (force !== undefined && force !== "0") return true;
  return stream.isTerminal;
}
