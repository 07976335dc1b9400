/** What people write where a credential would be. */
const PLACEHOLDER =
  /[<{][A-Za-z_{]|\$[{(]|%[({]|%s\b|your[-_ ]?(?:own[-_ ]?)?(?:api|access|secret|key|token|password|org|project)|placeholder|redacted|changeme|change[-_]me|insert[-_](?:your|api|key|token)|([x*.#0])\1{7,}|(?:x{3}|\*{3}|\.{3})$/i;

/** A variable that a shell would fill in. */
const VARIABLE = /\$[A-Z_]{3,}/;

/** Of a hostile text of a megabyte no more is looked at. */
const LOOKED_AT = 512;

/**
 * Whether a text with the form of a credential only shows where one belongs:
 * `sk-YOUR_API_KEY`, `ghp_xxxxxxxxxxxxxxxxxxxx`, `https://me:${PASSWORD}@host`.
 *
 * @example
 * ```ts
 * import { isPlaceholder } from "./placeholders.ts";
 * import assert from "node:assert/strict";
 * assert(isPlaceholder("Bearer <your-token-1234>"));
 * assert(!isPlaceholder("Bearer abc123"));
 * ```
 */
export function isPlaceholder(text: string): boolean {
  const beginning = text.slice(0, LOOKED_AT);
  return PLACEHOLDER.test(beginning) || VARIABLE.test(beginning);
}

/**
 * Whether `Basic ...` encodes a name and a password: words that merely follow
 * "basic" do not.
 */
export function encodesPair(text: string): boolean {
  const encoded = text.slice(text.search(/[ \t]/)).trim().slice(0, LOOKED_AT);
  try {
    const decoded = atob(encoded.slice(0, encoded.length & ~3));
    // deno-lint-ignore no-control-regex -- a password is text
    return /^[^:\u0000-\u001f\u007f-\uffff]*:[^\u0000-\u001f]+$/.test(decoded);
  } catch {
    return false;
  }
}
