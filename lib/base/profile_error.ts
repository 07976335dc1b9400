import type { Diagnostic } from "./diagnostic.ts";
import { DIAGNOSTIC_CODES, type DiagnosticCode } from "./diagnostic_codes.ts";

/**
 * A user's problem: something in a profile, a file, a flag or the environment
 * that a person can put right. Anything else that is thrown is a bug.
 *
 * @example
 * ```ts
 * import { ProfileError } from "./profile_error.ts";
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
   * @param diagnostics at least one with severity `error`
   */
  constructor(diagnostics: readonly Diagnostic[]) {
    const first = diagnostics.find((d) => d.severity === "error");
    if (!first) throw new TypeError("a ProfileError needs an error diagnostic");
    super(first.message);
    this.code = first.code;
    this.diagnostics = diagnostics;
    this.exitCode = DIAGNOSTIC_CODES[first.code];
  }
}

/** Shorthand for the one-problem case. */
export function failure(
  code: DiagnosticCode,
  message: string,
  more: Omit<Partial<Diagnostic>, "code" | "message" | "severity"> = {},
): ProfileError {
  return new ProfileError([{ code, severity: "error", message, ...more }]);
}
