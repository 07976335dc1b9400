import assert from "node:assert/strict";
import { readLuaTokens } from "../../lib/source/lua_tokens.ts";
import { repeatedKeys } from "../../lib/source/repeated_keys.ts";

for (
  const [criterion, source, expected] of [
    ["a name twice", "return { a = 1, b = 2, a = 3 }", ["a@1"]],
    ["a name and the same in brackets", 'return { a = 1,\n["a"] = 2 }', [
      "a@2",
    ]],
    [
      "the same in tables of their own",
      "return { a = { x = 1 }, b = { x = 1 } }",
      [],
    ],
    [
      "assignments and comparisons inside a function",
      "return { a = function() local a = 1 a = 2 return a == 1 end, b = 1 }",
      [],
    ],
    ["fields of an inner table", "return { a = { b = 1, b = 2 } }", ["b@1"]],
    ["items and computed keys", "return { 1, 1, [x] = 1, [x] = 2 }", []],
    ["values that end in a name", "return { a = x, b = x, c = x == 1 }", []],
    ["a text that is no Lua", "return { a = 1, a = 'x", []],
  ] as const
) {
  Deno.test(`repeatedKeys finds ${criterion}`, () => {
    const found = repeatedKeys(readLuaTokens(source) ?? [])
      .map(({ name, second }) => `${name}@${second.line}`);
    assert.deepEqual(found, expected);
  });
}
