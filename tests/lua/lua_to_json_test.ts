import assert from "node:assert/strict";
import type { FieldPath } from "../../lib/base/field_path.ts";
import { evaluateText, failureOf } from "./evaluate_text.ts";

const REFUSED: readonly (readonly [string, FieldPath, string])[] = [
  [
    "return { scope = { allow = { { target = print } } } }",
    ["scope", "allow", 0, "target"],
    "`scope.allow[0].target` is a function, which is no data",
  ],
  [
    "return { t = coroutine.create(print) }",
    ["t"],
    "`t` is a thread, which is no data",
  ],
  [
    "local t = { a = {} } t.a.b = t return t",
    ["a", "b"],
    "`a.b` lies inside itself: data has no cycle",
  ],
  [
    "return { a = { setmetatable({}, {}) } }",
    ["a", 0],
    "`a[0]` has a metatable: what it inherits would be lost",
  ],
  [
    "return setmetatable({}, { __metatable = false })",
    [],
    "the returned table has a metatable: what it inherits would be lost",
  ],
  [
    "return { m = insomnia.models }",
    ["m"],
    "`m` has a metatable: what it inherits would be lost",
  ],
  [
    "return { a = { 1, 2, x = 3 } }",
    ["a"],
    "`a` mixes list items and named fields: it must be one or the other",
  ],
  [
    "return { a = { 1, nil, 3 } }",
    ["a"],
    "`a` has holes: 2 items, the highest at 3",
  ],
  [
    "return { a = { [1.5] = 1 } }",
    ["a"],
    "`a` has the key 1.5: the keys of a list are 1, 2, 3 and so on",
  ],
  [
    "return { a = { [{}] = 1 } }",
    ["a"],
    "`a` has a table as a key: keys are names, or 1, 2, 3 and so on",
  ],
  ["return { a = 0/0 }", ["a"], "`a` is NaN, which is no number"],
  ["return { a = -1/0 }", ["a"], "`a` is -infinity: numbers are finite"],
  [
    "return { a = 1 << 53 }",
    ["a"],
    "`a` is 9007199254740992: integers go from -(2^53-1) to 2^53-1",
  ],
  [`return { a = "\\xff" }`, ["a"], "`a` is not valid UTF-8 text"],
  [
    `return { a = { ["\\xff"] = 1 } }`,
    ["a"],
    "`a` has a key that is not valid UTF-8 text",
  ],
  ["return 1", [], "a profile must return a table: it returned a number"],
  ["", [], "a profile must return a table: it returned nothing"],
  [
    "local t = {} for i = 1, 64 do t = { a = t } end return t",
    ["a", "a", "a"],
    "`a.a.a` is nested too deep: at most 64 levels",
  ],
];

for (const [text, path, message] of REFUSED) {
  Deno.test(`luaToJson refuses what is no data: ${text}`, async () => {
    const failure = await failureOf(text);
    assert.equal(failure.code, "result-shape");
    assert.equal(failure.message, message);
    assert.deepEqual(failure.path, path);
  });
}

const TAKEN: readonly (readonly [string, string])[] = [
  ["return { b = 1, a = { 1.0, 2.5, true } }", `{"a":[1,2.5,true],"b":1}`],
  ["return { [1] = 'a', [2.0] = 'b' }", `["a","b"]`],
  ["return { a = -0.0 }", `{"a":0}`],
  ["return { s = 'a\\0\\u{FEFF}é' }", `{"s":"a\\u0000\uFEFFé"}`],
  ["return { ['__proto__'] = { x = 1 } }", `{"__proto__":{"x":1}}`],
  ["local t = {} return { t, t }", `[{},{}]`],
  [
    "local t = 1 for i = 1, 64 do t = { a = t } end return t",
    `${`{"a":`.repeat(64)}1${"}".repeat(64)}`,
  ],
];

for (const [text, json] of TAKEN) {
  Deno.test(`luaToJson gives plain data: ${text}`, async () => {
    const { value } = await evaluateText(text);
    assert.equal(JSON.stringify(value), json);
  });
}

Deno.test("luaToJson gives objects without a prototype", async () => {
  const { value } = await evaluateText("return { a = { b = {} } }");
  for (let at: unknown = value, depth = 0; depth < 3; depth++) {
    assert.equal(Object.getPrototypeOf(at), null);
    at = Object.values(at as object)[0];
  }
});

Deno.test("luaToJson counts the bytes of the result as JSON", async () => {
  const rows: readonly [string, number][] = [
    [`{ s = ("x"):rep(N) }`, `{"s":""}`.length],
    [`{ s = ("é"):rep(N // 2) .. ("x"):rep(N % 2) }`, `{"s":""}`.length],
    [`{ s = ("\\1"):rep(N // 6) .. ("x"):rep(N % 6) }`, `{"s":""}`.length],
    [`{ [("k"):rep(N)] = 1 }`, `{"":1}`.length],
    [`{ ("x"):rep(N), 12 }`, `["",12]`.length],
  ];
  const limit = 2 ** 20;
  for (const [text, around] of rows) {
    const fits = text.replaceAll("N", String(limit - around));
    const { value } = await evaluateText(`return ${fits}`);
    const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
    assert.equal(bytes, limit, text);
    const over = text.replaceAll("N", String(limit - around + 1));
    assert.equal(
      (await failureOf(`return ${over}`)).code,
      "limit-output",
      text,
    );
  }
});
