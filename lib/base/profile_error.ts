import type { Diagnostic } from "./diagnostic.ts";
import { DIAGNOSTIC_CODES, type DiagnosticCode } from "./diagnostic_codes.ts";

/** Problems that the message of an error names. */
const MAX_SHOWN = 20;

/**
 * A user's problem: something in a profile, a file, a flag or the environment
 * that a person can put right. Anything else that is thrown is a bug.
 *
 * @example
 * ```ts
 * import { ProfileError } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const error = new ProfileError([
 *   { code: "profile-unknown", severity: "error", message: "there is no profile `coda`" },
 * ]);
 * assert.equal(error.exitCode, 3);
 * ```
 */
export class ProfileError extends Error {
  /** Tells it from a bug without `instanceof`. */
  override readonly name = "ProfileError";
  /** The code of the first error. */
  readonly code: DiagnosticCode;
  /** Every problem found, errors and warnings, in the order of the document. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the command line exits with. */
  readonly exitCode: number;

  /**
   * Takes every problem at once.
   *
   * @param diagnostics at least one with severity `error`; `message` is that
   * one's, or all of them, each with its place, where there are several
   */
  constructor(diagnostics: readonly Diagnostic[]) {
    const first = diagnostics.find((d) => d.severity === "error");
    if (!first) throw new TypeError("a ProfileError needs an error diagnostic");
    super(summary(first, diagnostics));
    this.code = first.code;
    this.diagnostics = diagnostics;
    this.exitCode = DIAGNOSTIC_CODES[first.code];
  }
}

/** The message of an error that is not caught: every problem, a line each. */
function summary(
  first: Diagnostic,
  diagnostics: readonly Diagnostic[],
): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 1) return first.message;
  const lines = errors.slice(0, MAX_SHOWN).map(({ code, source, message }) =>
    `\n  ${source ? `${source.file}:${source.line}: ` : ""}${message} [${code}]`
  );
  const rest = errors.length - lines.length;
  return `${errors.length} problems:${lines.join("")}${
    rest > 0 ? `\n  and ${rest} more in \`diagnostics\`` : ""
  }`;
}

/** Shorthand for the one-problem case. */
export function failure(
  code: DiagnosticCode,
  message: string,
  more: Omit<Partial<Diagnostic>, "code" | "message" | "severity"> = {},
): ProfileError {
  return new ProfileError([{ code, severity: "error", message, ...more }]);
}
