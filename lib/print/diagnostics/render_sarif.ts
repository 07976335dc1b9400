import { safeJson } from "../safe_json.ts";
import type {
  Diagnostic,
  RelatedPlace,
  SourcePlace,
} from "../../base/diagnostic.ts";
import type { DiagnosticCode } from "../../base/diagnostic_codes.ts";
import { isAbsolute } from "../../base/file_path.ts";
import { helpText, suggestionText } from "../../base/diagnostic_help.ts";
import type { SourceEdit } from "../../base/source_edit.ts";
import { REPOSITORY } from "../../base/repository.ts";
import { VERSION } from "../../base/version.ts";

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Where a reader learns more of the tool: its repository. */
const INFORMATION = `https://github.com/${REPOSITORY}`;

/** The SARIF rule of a diagnostic code. */
export interface RuleText {
  /** One line: what is the case. */
  readonly meaning: string;
  /** How it usually comes about. */
  readonly cause: string;
  /** What to do. */
  readonly fix: string;
}

/** The descriptions of the codes: `loadErrorIndex` gives all. */
export type RuleTexts = Readonly<Partial<Record<DiagnosticCode, RuleText>>>;

/**
 * Diagnostics as one SARIF 2.1.0 log, for code scanning services. A log
 * without results is a log too: it says that nothing was found. What is of no
 * file, a flag that does not exist, is no result of a scan: it is a notification
 * of the run.
 */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  rules: RuleTexts = {},
): string {
  const found = diagnostics.filter(({ source }) => source !== undefined);
  const said = diagnostics.filter(({ source }) => source === undefined);
  const codes = codesOf(found);
  const notified = codesOf(said);
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [{
      tool: {
        driver: {
          name: "insomnia-profile",
          semanticVersion: VERSION,
          informationUri: INFORMATION,
          rules: codes.map((code) => ruleOf(code, rules[code])),
          ...said.length > 0 && {
            notifications: notified.map((code) => ruleOf(code, rules[code])),
          },
        },
      },
      ...said.length > 0 && {
        invocations: [{
          executionSuccessful: said.every(({ severity }) =>
            severity !== "error"
          ),
          toolExecutionNotifications: said.map((diagnostic) => ({
            descriptor: {
              id: diagnostic.code,
              index: notified.indexOf(diagnostic.code),
            },
            level: diagnostic.severity,
            message: {
              text: [textOf(diagnostic), ...relatedTo(diagnostic)].join("\n"),
            },
            ...diagnostic.path !== undefined && locationsOf(diagnostic),
          })),
        }],
      },
      columnKind: "utf16CodeUnits",
      results: found.map((diagnostic) => ({
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

function codesOf(diagnostics: readonly Diagnostic[]): DiagnosticCode[] {
  return [...new Set(diagnostics.map(({ code }) => code))].sort();
}

/** The rule of a code, with its description from the error index. */
function ruleOf(code: string, text: RuleText | undefined) {
  if (text === undefined) return { id: code };
  const { meaning, cause, fix } = text;
  const name = code.replace(
    /(?:^|-)([a-z0-9])/g,
    (_, letter: string) => letter.toUpperCase(),
  );
  return {
    id: code,
    // A name that says the same is none.
    ...code.includes("-") && { name },
    shortDescription: { text: meaning },
    fullDescription: { text: `${meaning} ${cause}` },
    help: { text: fix, markdown: `${cause}\n\n**What to do.** ${fix}` },
  };
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

/** A notification has no related places: they are a part of its text. */
function relatedTo({ related = [] }: Diagnostic): string[] {
  return related.map(({ message, source }) =>
    source ? `${message} (${source.file}:${source.line})` : message
  );
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

/** Fixes that a viewer can apply at a click. */
function fixesOf(diagnostic: Diagnostic) {
  const { fixes = [], help } = diagnostic;
  const writable = fixes.flatMap((fix) =>
    fix.edits
      ? [
        fixOf(
          suggestionText({ ...diagnostic, fixes: [fix] }) ?? help,
          fix.edits,
        ),
      ]
      : []
  );
  return writable.length > 0 ? { fixes: writable } : {};
}

function fixOf(text: string | undefined, edits: readonly SourceEdit[]) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    ...text !== undefined && { description: { text } },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: fileUri(file) },
      replacements: edits.filter((edit) => edit.file === file).map(
        ({ line, column, length, text }) => ({
          deletedRegion: {
            startLine: line,
            startColumn: column,
            endColumn: column + length,
          },
          insertedContent: { text },
        }),
      ),
    })),
  };
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
