import assert from "node:assert/strict";
import { hasSecretPieces, secretsIn } from "../../lib/locate/secret_pieces.ts";

const KEY = "AKIAIOSFODNN7EXAMPLE";

Deno.test("secretsIn: every credential of a text, whole", () => {
  assert.deepEqual(secretsIn(`a ${KEY}, b https://me:hunter2@x.test`), [
    KEY,
    "me:hunter2",
  ]);
  assert.deepEqual(secretsIn("llm.anthropic.default"), []);
});

Deno.test("hasSecretPieces: strings that come to a credential, or are a part of a known one", () => {
  const rows: [string, readonly string[], boolean][] = [
    [`x = "AKIA" .. "IOSFODNN7EXAMPLE"`, [], true],
    [`x = 'AKIA' .. [[IOSF]] .. [==[ODNN7EXAMPLE]==]`, [], true],
    [`x = { "a", "AKIA", "IOSFODNN7EXAMPLE", "b" }`, [], true],
    [`x = "IOSFODNN7"`, [], false],
    [`x = "IOSFODNN7"`, [KEY], true],
    [`x = "AK"`, [KEY], false],
    [`model = "codex-oauth/gpt-5.5", slug = "coder"`, [KEY], false],
  ];
  for (const [line, known, expected] of rows) {
    assert.equal(hasSecretPieces(line, known), expected, line);
  }
});
