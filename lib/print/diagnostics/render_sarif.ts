import { safeJson } from "../safe_json.ts";
import type {
  Diagnostic,
  RelatedPlace,
  SourcePlace,
} from "../../base/diagnostic.ts";
import { isAbsolute } from "../../base/file_path.ts";
import { helpText, suggestionText } from "../../base/help_text.ts";
import { VERSION } from "../../base/version.ts";

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * Diagnostics as one SARIF 2.1.0 log, for code scanning services. A log
 * without results is a log too: it says that nothing was found.
 */
export function renderSarif(diagnostics: readonly Diagnostic[]): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [{
      tool: {
        driver: {
          name: "insomnia-profile",
          semanticVersion: VERSION,
          rules: codes.map((code) => ({ id: code })),
        },
      },
      columnKind: "utf16CodeUnits",
      results: diagnostics.map((diagnostic) => ({
        ruleId: diagnostic.code,
        ruleIndex: codes.indexOf(diagnostic.code),
        level: diagnostic.severity,
        message: { text: textOf(diagnostic) },
        ...locationsOf(diagnostic),
        ...relatedLocationsOf(diagnostic.related ?? []),
        ...fixesOf(diagnostic),
      })),
    }],
  };
  return `${safeJson(log, 2)}\n`;
}

/** The help belongs to this result, and SARIF keeps help with the rule. */
function textOf(diagnostic: Diagnostic): string {
  const { message } = diagnostic;
  const help = helpText(diagnostic);
  return help === undefined ? message : `${message}\n${help}`;
}

function locationsOf({ source, path }: Diagnostic) {
  if (source === undefined && path === undefined) return {};
  const location = {
    ...(source && { physicalLocation: physical(source) }),
    ...(path && { logicalLocations: [{ fullyQualifiedName: path }] }),
    ...(source?.label && { message: { text: source.label } }),
  };
  return { locations: [location] };
}

function relatedLocationsOf(related: readonly RelatedPlace[]) {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ message, source }, index) => ({
      id: index + 1,
      message: { text: message },
      ...(source && { physicalLocation: physical(source) }),
    })),
  };
}

/** What a viewer can put into the file at a click. */
function fixesOf({ fixes = [] }: Diagnostic) {
  const writable = fixes.flatMap((fix) => {
    const { source, text } = fix;
    if (source === undefined || text === undefined) return [];
    const { file, line, column, length } = source;
    return [{
      description: { text: suggestionText({ fixes: [fix] }) },
      artifactChanges: [{
        artifactLocation: { uri: fileUri(file) },
        replacements: [{
          deletedRegion: {
            startLine: line,
            startColumn: column,
            endColumn: column + length,
          },
          insertedContent: { text },
        }],
      }],
    }];
  });
  return writable.length > 0 ? { fixes: writable } : {};
}

function physical({ file, line, column, length, excerpt }: SourcePlace) {
  return {
    artifactLocation: { uri: fileUri(file) },
    region: {
      startLine: line,
      ...(length > 0 && { startColumn: column, endColumn: column + length }),
      ...(excerpt !== undefined && { snippet: { text: excerpt } }),
    },
  };
}

/** A relative reference for a relative path; `file:` for an absolute one. */
function fileUri(file: string): string {
  const path = file.toWellFormed().split("/").map(encodeURIComponent).join("/");
  if (!isAbsolute(file)) return path;
  if (file.startsWith("/")) return `file://${path}`;
  return `file:///${path.replace("%3A", ":")}`; // C:/work
}
