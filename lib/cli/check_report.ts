import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import type { CheckResult } from "./isolation/finish_check.ts";
import { printTable } from "../print/print_table.ts";
import { visibleText } from "../print/visible_text.ts";

/** What became of one profile. */
export interface CheckOutcome extends CheckResult {
  readonly name: string;
}

/**
 * The result of `check` for standard output: a line for each profile and one
 * for all, or the same as JSON. The problems themselves are not in it.
 *
 * @param options.failuresOnly leave out what is well, and the last line
 */
export function checkReport(
  outcomes: readonly Omit<CheckOutcome, "exitCode">[],
  format: "text" | "json",
  options: { readonly failuresOnly: boolean },
): string {
  const rows = outcomes.map(({ name, digest, diagnostics }) => ({
    name,
    ok: digest !== undefined,
    digest,
    errors: count(diagnostics, "error"),
    warnings: count(diagnostics, "warning"),
  }));
  const failed = rows.filter(({ ok }) => !ok);
  if (format === "json") {
    const data = { ok: failed.length === 0, profiles: rows };
    return `${JSON.stringify(data, null, 2)}\n`;
  }
  const lines = (options.failuresOnly ? failed : rows).map((
    { name, ok, errors, warnings },
  ) => [
    ok ? "ok" : "failed",
    visibleText(name),
    [
      ...(errors > 0 ? [counted(errors, "error")] : []),
      ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ].join(", "),
  ]);
  const total = `${counted(rows.length, "profile")} checked, ${
    failed.length === 0 ? "all well" : `${failed.length} failed`
  }\n`;
  return printTable(lines) + (options.failuresOnly ? "" : total);
}

function count(
  diagnostics: readonly Diagnostic[],
  severity: Severity,
): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity)
    .length;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
