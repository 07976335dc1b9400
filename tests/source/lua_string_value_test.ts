import assert from "node:assert/strict";
import { luaStringValue } from "../../lib/source/lua_string_value.ts";
import { luaTextOf } from "../../lib/source/lua_text.ts";

for (
  const [literal, expected] of [
    [`"plain"`, "plain"],
    [`'it\\'s "so"'`, `it's "so"`],
    [`"größe 😀"`, "größe 😀"],
    [`"\\a\\b\\f\\n\\r\\t\\v\\\\\\""`, `\x07\b\f\n\r\t\v\\"`],
    [`"\\65\\0661\\x43"`, "AB1C"],
    [`"\\u{48}\\u{1F600}"`, "H😀"],
    [`"\\xC3\\xA9\\195\\169"`, "éé"],
    [`"\\xFF"`, "\uFFFD"],
    [`"a\\z  \n\t b"`, "ab"],
    [`"a\\\r\nb\\\nc"`, "a\nb\nc"],
    ["[[a]]", "a"],
    ["[==[\r\na]]\n\\n]==]", "a]]\n\\n"],
    [`""`, ""],
  ] as const
) {
  Deno.test(`luaStringValue reads ${JSON.stringify(literal)}`, () => {
    const token = luaTextOf(new TextEncoder().encode(literal)).bytes;
    assert.equal(luaStringValue(token), expected);
  });
}
