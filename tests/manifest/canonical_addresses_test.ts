import assert from "node:assert/strict";
import { canonicalAddresses } from "../../lib/manifest/canonical_addresses.ts";

Deno.test("canonicalAddresses: written as the URL standard does, wherever one stands", () => {
  const manifest = {
    model: { base_url: "HTTPS://LLM.example.com:443/v1/", model_id: "m" },
    compaction: { model: { base_url: "http://LOCALHOST:80" } },
    worker: { language: "HTTP://Not.An.Address/" },
  };
  assert.deepEqual(canonicalAddresses(manifest), {
    model: { base_url: "https://llm.example.com/v1", model_id: "m" },
    compaction: { model: { base_url: "http://localhost" } },
    worker: { language: "HTTP://Not.An.Address/" },
  });
});

Deno.test("canonicalAddresses: what is right already, or no address, stays the same object", () => {
  const manifest = {
    model: { base_url: "https://llm.example.com/v1" },
    compaction: { model: { base_url: "no address" } },
  };
  assert.equal(canonicalAddresses(manifest), manifest);
});
