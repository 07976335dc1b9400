import assert from "node:assert/strict";
import { secretsIn } from "../../lib/locate/secret_pieces.ts";

const KEY = "AKIAIOSFODNN7EXAMPLE";

Deno.test("secretsIn: every credential of a text, whole", () => {
  assert.deepEqual(secretsIn(`a ${KEY}, b https://me:hunter2@x.test`), [
    KEY,
    "me:hunter2",
  ]);
  assert.deepEqual(secretsIn("llm.anthropic.default"), []);
});
