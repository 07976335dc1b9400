import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "npm:fast-check@4.10.2";
import { sha256Hex } from "../../lib/base/sha256.ts";
import { sha256Sync } from "../../lib/base/sha256_sync.ts";

Deno.test("sha256Hex: as node:crypto, of bytes and of text", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array(), async (bytes) => {
    const expected = createHash("sha256").update(bytes).digest("hex");
    assert.equal(await sha256Hex(bytes), expected);
  }));
  // Of every length around the ends of blocks, also where it is computed here.
  for (let length = 0; length < 200; length++) {
    const bytes = new Uint8Array(length).fill(length);
    const expected = createHash("sha256").update(bytes).digest("hex");
    assert.equal(await sha256Hex(bytes), expected, String(length));
    assert.equal(sha256Sync(bytes).toHex(), expected, String(length));
  }
  for (const text of ["é", "", "abc", "x".repeat(4096), "x".repeat(4097)]) {
    assert.equal(
      await sha256Hex(text),
      createHash("sha256").update(text, "utf8").digest("hex"),
    );
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      assert.equal(
        await sha256Hex(text),
        createHash("sha256").update(text, "utf8").digest("hex"),
      );
    }),
  );
});
