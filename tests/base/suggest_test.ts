import assert from "node:assert/strict";
import { didYouMean, suggest } from "../../lib/base/suggest.ts";

const FIELDS = ["instruction", "language", "reasoning", "max_tokens", "top_k"];

for (
  const [word, expected] of [
    ["reasonning", "reasoning"],
    ["reasonin", "reasoning"],
    ["raesoning", "reasoning"],
    ["REASONING", "reasoning"],
    ["max_token", "max_tokens"],
    ["maxtokens", "max_tokens"],
    ["langauge", "language"],
    ["topk", "top_k"],
    ["zebra", undefined],
    ["", undefined],
    ["x".repeat(1_000_000), undefined],
  ] as const
) {
  Deno.test(`suggest: ${word.slice(0, 20) || "nothing"} -> ${expected}`, () => {
    assert.equal(suggest(word, FIELDS), expected);
  });
}

Deno.test("suggest: the first of equally close words", () => {
  assert.equal(suggest("cat", ["cut", "cot"]), "cut");
  assert.equal(suggest("cat", ["cot", "cut"]), "cot");
});

Deno.test("suggest: a swap of neighbours is one mistake", () => {
  assert.equal(suggest("raed", ["read"]), "read");
});

Deno.test("suggest: one letter of a short word may be wrong, not two", () => {
  assert.equal(suggest("abc", ["abd"]), "abd");
  assert.equal(suggest("abc", ["ade"]), undefined);
  assert.equal(suggest("x", ["d", "dx"]), undefined);
});

Deno.test("didYouMean: the close word, else a short list, else nothing", () => {
  assert.equal(didYouMean("wriet", ["read", "write"]), "did you mean `write`?");
  assert.equal(didYouMean("zebra", ["read", "write"]), "one of: read, write");
  const many = Array.from({ length: 13 }, (_, i) => `field_number_${i}`);
  assert.equal(didYouMean("zebra", many), undefined);
  assert.equal(didYouMean("zebra", []), undefined);
});
