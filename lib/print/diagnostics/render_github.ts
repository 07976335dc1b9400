import type {
  Diagnostic,
  RelatedPlace,
  Severity,
} from "../../base/diagnostic.ts";
import { visibleText } from "../visible_text.ts";
import { helpText } from "../../base/diagnostic_help.ts";

const COMMAND: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

/**
 * Diagnostics as GitHub workflow commands: each becomes an annotation at its
 * line of the change. Paths have to be relative to the repository.
 */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => {
    const properties = Object.entries(propertiesOf(diagnostic))
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      .join(",");
    const command = COMMAND[diagnostic.severity];
    return `::${command} ${properties}::${escapeData(textOf(diagnostic))}\n`;
  }).join("");
}

function propertiesOf({ code, source }: Diagnostic) {
  return {
    title: code,
    file: source && visibleText(source.file),
    line: source?.line,
    // Without an end column, or for a whole line, GitHub would mark the wrong
    // text.
    col: source && source.length > 0 ? source.column : undefined,
    endColumn: source && source.length > 0
      ? source.column + source.length - 1
      : undefined,
  };
}

function textOf(diagnostic: Diagnostic): string {
  const { message, source, related = [] } = diagnostic;
  const help = helpText(diagnostic);
  const lines = [message, source?.label, help && `help: ${help}`];
  return [...lines, ...related.map(relatedText)]
    .filter((line) => line !== undefined)
    .flatMap((line) => line.split("\n").map(visibleText))
    .join("\n");
}

function relatedText({ message, source }: RelatedPlace): string {
  return source ? `${source.file}:${source.line}: ${message}` : message;
}

// The runner splits commands at these; only they have an escaped form.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
