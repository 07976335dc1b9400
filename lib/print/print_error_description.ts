import {
  DIAGNOSTIC_CODES,
  type DiagnosticCode,
} from "../base/diagnostic_codes.ts";
import type { RuleText } from "./diagnostics/render_sarif.ts";
import { wrapText } from "./wrap_text.ts";

/** The description of a diagnostic code. */
export interface ErrorDescription extends RuleText {
  /** A text that gives the code, or a command line. */
  readonly wrong?: string;
  /** The same, corrected. */
  readonly right?: string;
}

/**
 * A code in full, for a person.
 *
 * @param width columns of the terminal; left out: nothing is wrapped. Examples
 * are never broken
 */
export function printErrorDescription(
  code: DiagnosticCode,
  { meaning, cause, fix, wrong, right }: ErrorDescription,
  width?: number,
): string {
  const examples = ([["Wrong:", wrong], ["Right:", right]] as const)
    .flatMap(([title, text]) =>
      text === undefined ? [] : [
        "",
        title,
        "",
        ...text.trimEnd().split("\n").map((line) => `    ${line}`),
      ]
    );
  return [
    `${code} (exit code ${DIAGNOSTIC_CODES[code]})`,
    "",
    ...wrapText(meaning, width),
    ...wrapText(cause, width),
    "",
    ...wrapText(`What to do: ${fix}`, width),
    ...examples,
    "",
  ].map((line) => `${line.trimEnd()}\n`).join("").trimEnd() + "\n";
}
