import { maskSecrets } from "../profile/mask_secrets.ts";
import { INVISIBLE } from "./visible_text.ts";

/**
 * JSON for a program that passes it on to a person: no credential in it, and
 * nothing that commands a terminal or changes the reading direction.
 * JSON.stringify leaves DEL, the C1 controls and bidirectional marks as they
 * are; whoever parses this gets the same data.
 *
 * @example
 * ```ts
 * import { safeJson } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(safeJson("a\u202eb"), '"a\\u202eb"');
 * ```
 */
export function safeJson(value: unknown, space?: number): string {
  return maskSecrets(JSON.stringify(value, null, space)).replace(
    INVISIBLE,
    (mark) => mark === "\n" ? mark : unitsOf(mark),
  );
}

/**
 * The same for text that is laid out already: each credential becomes as many
 * `*`.
 *
 * @example
 * ```ts
 * import { safeText } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(safeText("key AKIAIOSFODNN7EXAMPLE"), "key " + "*".repeat(20));
 * ```
 */
export function safeText(text: string): string {
  return maskSecrets(text);
}

function unitsOf(mark: string): string {
  return Array.from(
    { length: mark.length },
    (_, at) => "\\u" + mark.charCodeAt(at).toString(16).padStart(4, "0"),
  ).join("");
}
