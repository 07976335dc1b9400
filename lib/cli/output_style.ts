import { type System, SystemError } from "../system/system.ts";
import type { TerminalOutput } from "../system/terminal.ts";
import type { ReportOptions } from "./command.ts";

/** How to write to a stream. */
export interface OutputStyle {
  readonly color: boolean;
  /** Columns; `undefined` when nobody wraps. */
  readonly width: number | undefined;
}

/**
 * Decides colours and width: `--color` first, then `NO_COLOR`, then
 * `CLICOLOR_FORCE` (any value but `0`), then whether it is a terminal.
 */
export function outputStyle(
  stream: TerminalOutput,
  system: System,
  color: string = "auto",
): OutputStyle {
  return {
    color: color === "auto" ? wantsColor(stream, system) : color === "always",
    width: stream.columns(),
  };
}

/** All that writing to a stream depends on. */
export function reportOptions(
  stream: TerminalOutput,
  system: System,
  color?: string,
): ReportOptions {
  try {
    return {
      cwd: system.cwd(),
      debug: system.env("INSOMNIA_DEBUG") !== undefined,
      ...outputStyle(stream, system, color),
    };
  } catch (error) {
    // The directory was removed or a permission is missing: the message is
    // written without style.
    if (error instanceof SystemError) return {};
    throw error;
  }
}

function wantsColor(stream: TerminalOutput, system: System): boolean {
  try {
    if (system.env("NO_COLOR") !== undefined) return false;
    const force = system.env("CLICOLOR_FORCE");
    if (force !== undefined && force !== "0") return true;
    return stream.isTerminal;
  } catch (error) {
    // Without permission to read NO_COLOR nobody knows whether colours are
    // wanted.
    if (error instanceof SystemError) return false;
    throw error;
  }
}
