import { parseWebAddress } from "../base/web_address.ts";

/** What an origin is, for people who wrote something else. */
export const ORIGIN_RULE =
  "an origin is `https://host`, or `https://host:port`, and nothing behind it";

/**
 * The origin that a person writes to trust it.
 *
 * @returns as the URL standard writes it; `undefined` for what is no origin: an
 * address with a path would look as if only that were trusted
 *
 * @example
 * ```ts
 * import { parseTrustedOrigin } from "./trusted_origin.ts";
 * import assert from "node:assert/strict";
 * assert.equal(parseTrustedOrigin("https://LLM.example.com/"), "https://llm.example.com");
 * assert.equal(parseTrustedOrigin("https://llm.example.com/v1"), undefined);
 * ```
 */
export function parseTrustedOrigin(text: string): string | undefined {
  const address = parseWebAddress(text);
  return address?.text === address?.origin ? address?.origin : undefined;
}

/** Whether a text is an origin. */
export function isOrigin(text: string): boolean {
  return parseTrustedOrigin(text) !== undefined;
}
