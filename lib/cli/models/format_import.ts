import type { Diagnostic } from "../../base/diagnostic.ts";
import type { ImportedModels } from "../../catalog/public/import_models.ts";
import { printTable } from "../../print/print_table.ts";
import { visibleText } from "../../print/visible_text.ts";

/** What could not be imported, or should be looked at. */
export function importNotes(
  { missing, unlisted, unmatched, leftOut, remarks }: ImportedModels,
): readonly Diagnostic[] {
  return [
    ...missing.map((ref): Diagnostic => ({
      code: "model-unknown",
      severity: "warning",
      message: `no file has \`${ref}\`, and no row: it is left out`,
      help: "import another file, or write its row by hand",
    })),
    ...unlisted.map((ref): Diagnostic => ({
      code: "model-unknown",
      severity: "note",
      message:
        `no file has \`${ref}\`, but others of its provider: its row stays as it is`,
      help: "it may not be offered any more",
    })),
    ...unmatched.map(({ what, help }): Diagnostic => ({
      code: "model-unknown",
      severity: "warning",
      message: `\`${what}\` fits no model of the files`,
      ...help && { help },
    })),
    ...leftOut.map(({ what, why }): Diagnostic => ({
      code: "provider-unknown",
      severity: "warning",
      message: `there is no row of \`${what}\`: ${why}`,
      help: "write it by hand",
    })),
    ...remarks.map(({ what, why }): Diagnostic => ({
      code: "base-url-version",
      severity: "warning",
      message: `\`${what}\`: ${why}`,
    })),
  ];
}

/** What changes, and what the files disagree about; empty where nothing does. */
export function importTable({ changes, conflicts }: ImportedModels): string {
  const changed = changes.map(({ ref, fact, before, after }) =>
    fact === "added" || fact === "removed"
      ? [ref, fact, "", ""]
      : [ref, fact, show(before), show(after)]
  );
  const disagreed = conflicts.map(({ ref, fact, values }) => [
    ref,
    fact,
    values.map(({ file, value }) => `${file}: ${show(value)}`).join(", "),
  ]);
  return [
    ...titled("Changes:", ["REF", "FIELD", "BEFORE", "AFTER"], changed),
    ...titled(
      "The files disagree; the first is taken:",
      ["REF", "FIELD", "SAID"],
      disagreed,
    ),
  ].join("\n").trimEnd();
}

function titled(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  return rows.length === 0
    ? []
    : [title, printTable([head, ...rows].map((row) => row.map(visibleText)))];
}

function show(value: unknown): string {
  return value === undefined ? "-" : JSON.stringify(value);
}
