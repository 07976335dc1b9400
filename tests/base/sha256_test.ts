import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "npm:fast-check@4.10.2";
import { platformSha256Hex } from "../../lib/base/platform_sha256.ts";
import { sha256Hex } from "../../lib/base/sha256.ts";

function expected(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

Deno.test("sha256Hex: as node:crypto, of bytes and of text", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    assert.equal(sha256Hex(bytes), expected(bytes));
  }));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      assert.equal(sha256Hex(text), expected(text));
    }),
  );
  for (const text of ["é", "", "abc"]) {
    assert.equal(sha256Hex(text), expected(text));
  }
});

Deno.test("sha256Hex: of every length around the ends of blocks and pieces", () => {
  const piece = 64_448;
  const bytes = Uint8Array.from({ length: 3 * piece }, (_, at) => at * 31);
  for (const near of [64, 128, piece, 2 * piece]) {
    for (let length = near - 64; length <= near + 64; length++) {
      const some = bytes.subarray(0, length);
      assert.equal(sha256Hex(some), expected(some), String(length));
    }
  }
});

Deno.test("sha256Hex: of the bytes that a view shows", () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, at) => at);
  const view = bytes.subarray(100, 200);
  assert.equal(sha256Hex(view), expected(view));
  const shared = new Uint8Array(new SharedArrayBuffer(100));
  shared.set(view);
  assert.equal(sha256Hex(shared), expected(view));
});

Deno.test("platformSha256Hex: as node:crypto", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      assert.equal(await platformSha256Hex(text), expected(text));
    }),
  );
});
