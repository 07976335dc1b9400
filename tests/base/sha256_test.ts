import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "../fast_check.ts";
import { sha256Hex } from "../../lib/base/sha256.ts";

function expected(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

Deno.test("sha256Hex: as node:crypto, of bytes and of text", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: "binary" }),
      ),
      async (data) => assert.equal(await sha256Hex(data), expected(data)),
    ),
  );
});

Deno.test("sha256Hex: of the bytes that a view shows", async () => {
  const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  assert.equal(await sha256Hex(view), expected(view));
});
