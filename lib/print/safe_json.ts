import { visibleJson } from "../base/visible_json.ts";
import { maskSecrets } from "../profile/mask_secrets.ts";

/**
 * JSON for a program that passes it on to a person: no credential in it, and
 * nothing that commands a terminal or changes the reading direction.
 *
 * @example
 * ```ts
 * import { safeJson } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(safeJson("a\u202eb"), '"a\\u202eb"');
 * ```
 */
export function safeJson(value: unknown, space?: number): string {
  return visibleJson(maskSecrets(JSON.stringify(value, null, space)));
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
