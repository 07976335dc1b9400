import {
  DIAGNOSTIC_CODES,
  type DiagnosticCode,
} from "../base/diagnostic_codes.ts";
import { checkedResource } from "../resources/builtin_resources.ts";
import { ERROR_TEXTS } from "../resources/error_texts.ts";
import { wrapText } from "../print/wrap_text.ts";

/** What is to be known of a diagnostic code. */
export interface ErrorDescription {
  /** One line: what is the case. */
  readonly meaning: string;
  /** How it usually comes about. */
  readonly cause: string;
  /** What to do. */
  readonly fix: string;
  /** A text that gives the code, or a command line. */
  readonly wrong?: string;
  /** The same put right. */
  readonly right?: string;
}

/** Every diagnostic code with what it means. */
export type ErrorIndex = Readonly<Record<DiagnosticCode, ErrorDescription>>;

/**
 * Reads what every diagnostic code means: the index that `docs/errors.md` is
 * made from.
 *
 * @example
 * ```ts
 * import { loadErrorIndex } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const index = await loadErrorIndex();
 * assert.match(index["unknown-field"].fix, /./);
 * ```
 */
export async function loadErrorIndex(): Promise<ErrorIndex> {
  const text = await checkedResource("resources/errors.toml", ERROR_TEXTS);
  const { parseToml } = await import("../document/parse_toml.ts");
  const parsed = parseToml(text);
  if ("error" in parsed) throw new TypeError(parsed.error.message);
  return parsed.value as unknown as ErrorIndex;
}

/** Whether a word is a diagnostic code. */
export function isDiagnosticCode(word: string): word is DiagnosticCode {
  return Object.hasOwn(DIAGNOSTIC_CODES, word);
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
