import type { Diagnostic } from "../base/diagnostic.ts";

/** Diagnostics with each warning as an error. */
export function asErrors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.severity === "warning"
      ? { ...diagnostic, severity: "error" }
      : diagnostic
  );
}
