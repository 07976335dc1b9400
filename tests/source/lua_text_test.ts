import assert from "node:assert/strict";
import { lineSpan, luaTextOf } from "../../lib/source/lua_text.ts";

const text = luaTextOf(new TextEncoder().encode("a\n  \tb\n\nlast"));

for (
  const [line, column] of [[1, 1], [2, 4], [3, 1], [4, 1]] as const
) {
  Deno.test(`lineSpan: the first word of line ${line} is at column ${column}`, () => {
    assert.deepEqual(lineSpan(text, line), { line, column, length: 0 });
  });
}

Deno.test("lineSpan: a line that is not there", () => {
  assert.equal(lineSpan(text, 5), undefined);
});
