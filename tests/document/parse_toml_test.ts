import assert from "node:assert/strict";
import { parseToml } from "../../lib/document/parse_toml.ts";

for (
  const [criterion, text, expected] of [
    ["a string without its closing quote", 'a = 1\nb = "x\n', [2, 5]],
    ["the same behind a whole string", 'a = ["x", "y]\n', [1, 11]],
    ["the same in single quotes", "a = 'x\n", [1, 5]],
    ["no string at all", "a = \n", [1, 5]],
  ] as const
) {
  Deno.test(`parseToml places ${criterion}`, () => {
    const parsed = parseToml(text);
    assert.ok("error" in parsed);
    assert.deepEqual([parsed.error.line, parsed.error.column], expected);
  });
}
