import type { SourceEdit } from "../../base/source_edit.ts";
import type { Diagnostic, Severity } from "../../base/diagnostic.ts";
import type { CheckResult } from "../isolation/finish_check.ts";
import { displayWidth } from "../../print/display_width.ts";
import { printTable } from "../../print/print_table.ts";
import { painter } from "../../print/paint.ts";
import { safeJson, safeText } from "../../print/safe_json.ts";
import { wrapText } from "../../print/wrap_text.ts";
import { visibleText } from "../../print/visible_text.ts";
import { counted } from "../../base/counted.ts";
import { nearPath } from "../near_path.ts";

/** The result of one profile. */
export interface CheckOutcome extends CheckResult {
  readonly name: string;
}

/** A registry file with its diagnostics. */
export interface CheckedRegistry {
  readonly source: "user" | "project";
  /** Absolute. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a report is made from. */
export interface CheckAnswer {
  readonly ok: boolean;
  readonly outcomes: readonly Omit<CheckOutcome, "exitCode">[];
  readonly registries: readonly CheckedRegistry[];
  /** All diagnostics, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** What `--fix` changed. */
  readonly changes?: readonly SourceEdit[];
}

/**
 * The result of `check` for standard output: a line for each profile and one
 * for all, or the same as JSON. The problems themselves are not in it.
 *
 * @param options.width columns of the terminal; left out: nothing is wrapped
 * @param options.failuresOnly leave out what is well, and all where all is well
 */
export function checkReport(
  { ok, outcomes, registries, diagnostics, changes = [] }: CheckAnswer,
  format: "text" | "json",
  options: {
    readonly failuresOnly: boolean;
    readonly width?: number | undefined;
    readonly color?: boolean;
    /** What places are shown relative to. */
    readonly cwd?: string;
  },
): string {
  const profileRows = outcomes.map(({ name, digest, models, diagnostics }) => ({
    name,
    ok: models !== undefined,
    digest,
    ...counts(diagnostics),
  }));
  const registryRows = registries.map(({ source, path, diagnostics }) => ({
    source,
    path,
    ok: count(diagnostics, "error") === 0,
    ...counts(diagnostics),
  }));
  if (format === "json") {
    const data = {
      ok,
      ...counts(diagnostics),
      profiles: profileRows,
      registries: registryRows,
      ...changes.length > 0 && { changes },
    };
    return `${safeJson(data, 2)}\n`;
  }
  const { width } = options;
  const changed = changes.map((edit) => changeLine(edit, options.cwd, width));
  if (ok && options.failuresOnly) return changed.join("");
  const rows = [
    ...registryRows.map(({ source, ...row }) => ({
      name: `${source} registry`,
      ...row,
    })),
    ...profileRows,
  ].filter(({ ok }) => !ok || !options.failuresOnly);
  const lines = rows.map(({ name, ok, errors, warnings }) => [
    ok ? "ok" : "failed",
    visibleText(cutName(name)),
    [
      ...(errors > 0 ? [counted(errors, "error")] : []),
      ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ].join(", "),
  ]);
  const warnings = count(diagnostics, "warning");
  const failed = profileRows.filter(({ ok }) => !ok).length;
  const broken = sum(registryRows.map(({ errors }) => errors));
  const parts = [
    `${counted(profileRows.length, "profile")} checked`,
    ...(ok
      ? warnings > 0
        ? ["no errors", counted(warnings, "warning")]
        : ["all well"]
      : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(broken > 0 ? [`${counted(broken, "error")} in profiles.toml`] : []),
    // Otherwise nothing on this line would mention the errors.
    ...(!ok && failed + broken === 0
      ? [counted(count(diagnostics, "error"), "error")]
      : []),
  ];
  const paint = painter(options.color ?? false);
  const total = wrapText(parts.join(", "), width).join("\n");
  return safeText(
    `${changed.join("")}${
      printTable(lines, {
        width,
        paint: (text, { column }) =>
          column === 0 && text === "failed" ? paint("error", text) : text,
      })
    }${paint(ok ? "strong" : "error", total)}\n`,
  );
}

/** No path is longer: what is longer was typed, and is no name of anything. */
const LONGEST_NAME = 4096;

function cutName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

/** The text at a place now. */
function changeLine(
  { file, line, column, text }: SourceEdit,
  cwd: string | undefined,
  width: number | undefined,
): string {
  const now = text === "" ? "nothing" : `\`${visibleText(text.trim())}\``;
  const place = `fixed  ${visibleText(nearPath(file, cwd))}:${line}:${column}:`;
  const beside = `${place} now ${now}`;
  return displayWidth(beside) <= (width ?? Infinity)
    ? `${beside}\n`
    : `${place}\n       now ${now}\n`;
}

function counts(diagnostics: readonly Diagnostic[]) {
  return {
    errors: count(diagnostics, "error"),
    warnings: count(diagnostics, "warning"),
  };
}

function count(
  diagnostics: readonly Diagnostic[],
  severity: Severity,
): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity)
    .length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
