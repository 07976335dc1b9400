import { isPath } from "./text_forms.ts";

/** The longest Pod name in bytes of UTF-8: what file systems take as one folder name. */
export const POD_NAME_MAX_BYTES = 255;

/**
 * Whether a text can be the name of a Pod: one folder name on every system. Not
 * empty, not `.` or `..`, no `/`, `\`, NUL or other control character, no broken
 * Unicode, at most {@linkcode POD_NAME_MAX_BYTES} bytes of UTF-8.
 */
export function isPodName(text: string): boolean {
  if (text === "." || text === ".." || !isPath(text)) return false;
  if (text.includes("/") || text.includes("\\")) return false;
  // No code unit takes more than three bytes.
  return 3 * text.length <= POD_NAME_MAX_BYTES ||
    new TextEncoder().encode(text).length <= POD_NAME_MAX_BYTES;
}
