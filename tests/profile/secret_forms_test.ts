import assert from "node:assert/strict";
import { maskSecrets } from "../../lib/profile/mask_secrets.ts";
import { findSecretForm, secretForms } from "../../lib/profile/secret_forms.ts";
import { SECRET_ROWS } from "./secret_rows.ts";

Deno.test("findSecretForm names the form of each credential", () => {
  for (const { form, secrets } of SECRET_ROWS) {
    for (const secret of secrets) {
      assert.equal(findSecretForm(secret), form, secret);
      assert.equal(findSecretForm(`see "${secret}" here`), form, secret);
    }
  }
});

Deno.test("findSecretForm leaves names, prose and prefixes alone", () => {
  for (const { nearMisses } of SECRET_ROWS) {
    for (const text of nearMisses) {
      assert.equal(findSecretForm(text), undefined, text);
      assert.equal(maskSecrets(text), text);
    }
  }
});

Deno.test("SECRET_ROWS has rows for every form", () => {
  const named = (rows: readonly string[]) => [...new Set(rows)].sort();
  assert.deepEqual(
    named(SECRET_ROWS.map(({ form }) => form)),
    named(secretForms().map(({ name }) => name)),
  );
});

Deno.test("maskSecrets hides the whole credential and keeps the length", () => {
  for (const secret of SECRET_ROWS.flatMap(({ secrets }) => secrets)) {
    const text = `key = "${secret}", next`;
    const masked = maskSecrets(text);
    assert.equal(masked.length, text.length);
    for (const piece of secret.match(/[A-Za-z0-9]{12,}/g) ?? []) {
      assert.ok(!masked.includes(piece.slice(0, 12)), masked);
    }
    assert.equal(findSecretForm(masked), undefined, masked);
  }
});

Deno.test("maskSecrets hides given values, longest first, each line of one", () => {
  const rows: [string, readonly string[], string][] = [
    ["a tiger b", ["tiger"], "a ***** b"],
    ["tigers tiger", ["tiger", "tigers"], "****** *****"],
    ["one\ntwo", ["one\ntwo"], "***\n***"],
    ["only two here", ["one\ntwo"], "only *** here"],
    ["a b", ["", "a"], "a b"],
    ["$& and $1", ["and"], "$& *** $1"],
  ];
  for (const [text, values, expected] of rows) {
    assert.equal(maskSecrets(text, values), expected);
  }
});

Deno.test("findSecretForm takes linear time on hostile texts", () => {
  const pieces = [
    "eyJ-",
    "eyJaaaaaaaaa.",
    "BSA-",
    "sk-ant-",
    "sk-",
    "Bearer ",
    "Bearer a",
    "://x:",
    "h://u:p",
    "-----BEGIN PRIVATE KEY-----",
    "-",
    " ",
    "a.a-a+",
  ];
  for (const piece of pieces) {
    const start = performance.now();
    findSecretForm(piece.repeat(Math.floor(1e6 / piece.length)));
    // Milliseconds when linear, minutes when quadratic.
    assert.ok(performance.now() - start < 3000, piece);
  }
});
