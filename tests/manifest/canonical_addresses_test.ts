import assert from "node:assert/strict";
import { canonicalAddresses } from "../../lib/manifest/canonical_addresses.ts";

Deno.test("canonicalAddresses: written as the URL standard does, but where pinning a model does it", () => {
  const manifest = {
    model: { base_url: "https://llm.example.com/v1" },
    web: { search: { base_url: "HTTPS://Search.example.com:443/v1/" } },
    worker: { language: "HTTP://Not.An.Address/" },
  };
  assert.deepEqual(canonicalAddresses(manifest), {
    model: { base_url: "https://llm.example.com/v1" },
    web: { search: { base_url: "https://search.example.com/v1" } },
    worker: { language: "HTTP://Not.An.Address/" },
  });
});

Deno.test("canonicalAddresses: what is right already, or no address, stays the same object", () => {
  for (const address of ["https://search.example.com/v1", "no address"]) {
    const manifest = { web: { search: { base_url: address } } };
    assert.equal(canonicalAddresses(manifest), manifest);
  }
});
