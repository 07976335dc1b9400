import { parseWebAddress } from "../base/web_address.ts";
import type { ModelAuth } from "../schema/auth.ts";
import { BASE_URLS, CODEX_OAUTH_BASE_URL } from "../schema/defaults.ts";
import type { WireScheme } from "../schema/model.ts";

/**
 * The address that requests go to, as the URL standard writes it and without
 * slashes at its end, which the runtime drops.
 *
 * @param written of the model or its provider; left out, the address follows
 * from the credential, as the runtime has it, then from the scheme
 *
 * @example
 * ```ts
 * import { pinBaseUrl } from "./pin_base_url.ts";
 * import assert from "node:assert/strict";
 * assert.equal(
 *   pinBaseUrl("HTTPS://LLM.example.com:443/v1/", { kind: "none" }, "openai_chat"),
 *   "https://llm.example.com/v1",
 * );
 * assert.equal(
 *   pinBaseUrl(undefined, { kind: "codex_oauth" }, "openai_responses"),
 *   "https://chatgpt.com/backend-api/codex",
 * );
 * ```
 */
export function pinBaseUrl(
  written: string | undefined,
  auth: ModelAuth,
  scheme: WireScheme,
): string {
  if (written !== undefined) return normalUrl(written);
  return auth.kind === "codex_oauth" ? CODEX_OAUTH_BASE_URL : BASE_URLS[scheme];
}

/** What is no address stays as it is, to be refused later. */
function normalUrl(text: string): string {
  return typeof text === "string" ? parseWebAddress(text)?.text ?? text : text;
}
