import assert from "node:assert/strict";
import { hiddenStrings, isShownWord } from "../../lib/profile/shown_words.ts";

const ROWS: readonly (readonly [value: unknown, hidden: readonly string[]])[] =
  [
    ["anything", ["anything"]],
    // Known: a field, a word of a field, of an item in a list, of a variant.
    ["max_turns", []],
    ["workspace_write", []],
    ["default_action", []],
    ["allow", []],
    ["pattern", []],
    ["api_key", []],
    ["given", []],
    [5, []],
    [true, []],
    [null, []],
    [{ a: "one", b: ["two", { c: "three", d: 4 }] }, ["one", "two", "three"]],
    // The name of a secret is none.
    [{ kind: "secret_ref", ref: "a.name" }, []],
    [{ kind: "secret_ref", ref: "a", and: "more" }, [
      "a",
      "more",
    ]],
  ];

for (const [value, hidden] of ROWS) {
  Deno.test(`hiddenStrings: of ${JSON.stringify(value)}`, () => {
    assert.deepEqual(hiddenStrings(value, new Set(["given"])), hidden);
  });
}

Deno.test("isShownWord: a reference to a prompt", () => {
  assert.ok(isShownWord("$insomnia/default"));
  assert.ok(!isShownWord("insomnia/default"));
});
