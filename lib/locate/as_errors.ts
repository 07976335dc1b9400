import type { Diagnostic } from "../base/diagnostic.ts";

/** What is said where warnings are not wanted: each of them is an error. */
export function asErrors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.severity === "warning"
      ? { ...diagnostic, severity: "error" }
      : diagnostic
  );
}
