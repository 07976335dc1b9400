import assert from "node:assert/strict";
import type { KnownModel } from "../../../lib/catalog/known_model.ts";
import { sentTokens } from "../../../lib/manifest/policies/request_room.ts";

for (
  const [scheme, kind, maxTokens, sent] of [
    ["anthropic", "none", undefined, 4096],
    ["anthropic", "none", 5, 5],
    ["gemini", "none", undefined, 0],
    ["gemini", "none", 5, 5],
    // With this login the runtime never sends it.
    ["openai_responses", "codex_oauth", 5, 0],
  ] as const
) {
  Deno.test(`sentTokens: ${sent} for ${maxTokens} on ${scheme} with ${kind}`, () => {
    const model = { scheme, auth: { kind } } as KnownModel["model"];
    assert.equal(sentTokens(model, maxTokens), sent);
  });
}
