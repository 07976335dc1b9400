import { safeJson } from "../safe_json.ts";
import type { Diagnostic, SourcePlace } from "../../base/diagnostic.ts";
import { editsOf } from "../../base/edits_of.ts";
import { helpText } from "../../base/diagnostic_help.ts";

/**
 * Diagnostics for a program: one JSON object a line, the fields of
 * {@linkcode Diagnostic} in a fixed order, absent ones left out, its fixes in
 * the words of its help.
 */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => {
    const { code, severity, message, path, source, related } = diagnostic;
    const edits = editsOf(diagnostic);
    const line = {
      code,
      severity,
      message,
      path,
      source: source && inOrder(source),
      help: helpText(diagnostic),
      edits: edits.length > 0 ? edits : undefined,
      related: related?.map(({ message, source }) => ({
        message,
        source: source && inOrder(source),
      })),
    };
    return `${safeJson(line)}\n`;
  }).join("");
}

/** Absent fields are `undefined`, which JSON leaves out. */
function inOrder(place: SourcePlace) {
  const { file, line, column, length, label, excerpt, excerptColumn } = place;
  return { file, line, column, length, label, excerpt, excerptColumn };
}
