import assert from "node:assert/strict";
import { encodesPair } from "../../lib/profile/placeholders.ts";

for (
  const [text, is] of [
    [`Basic ${btoa("ada:lovelace")}`, true],
    [`Basic ${btoa("no pair")}`, false],
    // Four characters at a time, and a `=` in the midst of them is none.
    ["Basic a=bcdefg", false],
  ] as const
) {
  Deno.test(`encodesPair: ${text} ${is ? "does" : "does not"}`, () => {
    assert.equal(encodesPair(text), is);
  });
}
