import { INVISIBLE } from "../base/visible_json.ts";

const SHORT: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/**
 * A text as it can be shown safely: nothing in it moves the cursor, changes
 * colours or the reading direction. What a profile, a file name or a message
 * quotes comes from strangers, and a terminal obeys what it is sent.
 *
 * @example
 * ```ts
 * import { visibleText } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(visibleText("a\u001b[31mb\n"), "a\\u{1b}[31mb\\n");
 * ```
 */
export function visibleText(text: string): string {
  return text.replace(
    INVISIBLE,
    (mark) => SHORT[mark] ?? `\\u{${mark.codePointAt(0)!.toString(16)}}`,
  );
}
