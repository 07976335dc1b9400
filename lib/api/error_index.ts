import {
  DIAGNOSTIC_CODES,
  type DiagnosticCode,
} from "../base/diagnostic_codes.ts";
import { errorsText } from "../resources/builtin_resources.ts";
import type { ErrorDescription } from "../print/print_error_description.ts";

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
  const text = await errorsText();
  const { parseToml } = await import("../document/parse_toml.ts");
  const parsed = parseToml(text);
  if ("error" in parsed) throw new TypeError(parsed.error.message);
  return parsed.value as unknown as ErrorIndex;
}

/** Whether a word is a diagnostic code. */
export function isDiagnosticCode(word: string): word is DiagnosticCode {
  return Object.hasOwn(DIAGNOSTIC_CODES, word);
}
