import type { Diagnostic } from "../base/diagnostic.ts";
import type { RenderOptions } from "../print/diagnostics/render_diagnostics.ts";
import type { System } from "../system/system.ts";
import type { Terminal } from "../system/terminal.ts";
import type { Arguments } from "./arguments/parse_arguments.ts";

/** How to write to standard error. */
export interface ReportOptions extends RenderOptions {
  readonly debug?: boolean;
}

/** What a command is given. */
export interface CommandContext {
  readonly args: Arguments;
  readonly system: System;
  readonly terminal: Terminal;
  /** Notes diagnostics; they are written to standard error at the end. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
  /**
   * Writes what was noted now: for a command whose last words on standard
   * output are the summary.
   */
  readonly flush: () => Promise<void>;
  /**
   * Asks how to write to standard error, once. Whoever gives up the right to
   * ask calls it before; most commands have nothing to say and never ask.
   */
  readonly reportOptions: () => Promise<ReportOptions>;
}

/**
 * One verb of the command line.
 *
 * @returns the exit code
 * @throws {ProfileError} what a person can put right; `main` reports it
 */
export type Command = (context: CommandContext) => Promise<number>;
