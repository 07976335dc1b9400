import assert from "node:assert/strict";
import { evaluateText, failureOf } from "./evaluate_text.ts";

/** A statement on line 3, in a function; what Lua 5.4 says, its place before it. */
const STATEMENTS: readonly (readonly [statement: string, message: string])[] = [
  [
    "return string.format('%d', 'x')",
    "bad argument #2 to 'format' (number expected, got string)",
  ],
  [
    "return ('%d'):format('x')",
    "bad argument #1 to 'format' (number expected, got string)",
  ],
  [
    "local f = string.format return f('%d', 'x')",
    "bad argument #2 to 'f' (number expected, got string)",
  ],
  ["return ('%s'):format()", "bad argument #1 to 'format' (no value)"],
  [
    "return ('x'):rep({})",
    "bad argument #1 to 'rep' (number expected, got table)",
  ],
  [
    "return string.pack({})",
    "bad argument #1 to 'pack' (string expected, got table)",
  ],
  [
    "return setmetatable(1, {})",
    "bad argument #1 to 'setmetatable' (table expected, got number)",
  ],
  [
    "setmetatable({}, 1)",
    "bad argument #2 to 'setmetatable' (nil or table expected, got number)",
  ],
  [
    "return getmetatable()",
    "bad argument #1 to 'getmetatable' (value expected)",
  ],
  ["return pairs()", "bad argument #1 to 'pairs' (value expected)"],
  [
    "for _ in pairs(nil) do end",
    "bad argument #1 to 'for iterator' (table expected, got nil)",
  ],
  ["return next(1)", "bad argument #1 to 'next' (table expected, got number)"],
  [
    "return rawget(1, 1)",
    "bad argument #1 to 'rawget' (table expected, got number)",
  ],
  ["return rawset({}, 1)", "bad argument #3 to 'rawset' (value expected)"],
  [
    "return coroutine.resume(1)",
    "bad argument #1 to 'resume' (thread expected, got number)",
  ],
  ["return pcall()", "bad argument #1 to 'pcall' (value expected)"],
  [
    "return xpcall(print)",
    "bad argument #2 to 'xpcall' (function expected, got no value)",
  ],
  ["return tostring()", "bad argument #1 to 'tostring' (value expected)"],
  ["return error('own')", "own"],
  [
    "return require('nope')",
    "module 'nope' not found: there is no file nope.lua or nope/init.lua beside main.lua",
  ],
];

for (const [statement, message] of STATEMENTS) {
  Deno.test(`an error is at the line where it stands, in Lua's words: ${statement}`, async () => {
    const text = `local function f()
  local unused
  ${statement}
end
`;
    const failure = await failureOf(`${text}f()`);
    assert.deepEqual([failure.line, failure.message], [3, message]);
    assert.equal(failure.traceback[0]?.label, "in function 'f'");
    const { value } = await evaluateText(
      `${text}return { select(2, pcall(f)) }`,
    );
    assert.deepEqual(value, [`main.lua:3: ${message}`]);
  });
}

Deno.test("an error is at the line where it stands, through metamethods and in a module's table", async () => {
  const failure = await failureOf(`
local object = setmetatable({}, {
  __index = function(_, key)
    return insomnia.models.context_window(key, {}, {}, 3)
  end,
})
local x = object.nothing`);
  assert.equal(failure.chunk, "main.lua");
  assert.equal(failure.line, 4);
});

Deno.test("a function without a name in the call is named as the library has it", async () => {
  const { value } = await evaluateText(`
    return { select(2, pcall(string.format, "%d", "x")), select(2, pcall(setmetatable)), select(2, pcall(pairs)) }`);
  assert.deepEqual(value, [
    "bad argument #2 to 'string.format' (number expected, got string)",
    "bad argument #1 to 'setmetatable' (table expected, got no value)",
    "bad argument #1 to 'pairs' (value expected)",
  ]);
});

Deno.test("error counts levels as if this program's own functions were C's", async () => {
  const { value } = await evaluateText(`local function f(level)
  return function() error("m", level) end
end
local got = {}
for level = 0, 5 do
  got[level + 1] = select(2, pcall(f(level)))
end
return got`);
  assert.deepEqual(value, [
    "m",
    "main.lua:2: m",
    "m",
    "main.lua:6: m",
    "m",
    "m",
  ]);
});

for (
  const [what, program] of [
    [
      "errors of the interpreter",
      "for k in next, setmetatable({}, {__index = 1}), {} do end",
    ],
    [
      "a stack overflow",
      "local t = setmetatable({}, {}) getmetatable(t).__pairs = function() for _ in pairs(t) do end end for _ in pairs(t) do end",
    ],
    [
      "a stack overflow that is caught",
      "local t = setmetatable({}, {}) getmetatable(t).__pairs = function() for _ in pairs(t) do end end error(select(2, pcall(pairs, t)), 0)",
    ],
    [
      "comparisons",
      "local t = {} t[{}] = 1 t[print] = 2 for k in pairs(t) do table.sort({ t, 1, k }) end",
    ],
    [
      "a string's own tostring",
      "getmetatable('').__tostring = function() error('mine') end print('x')",
    ],
  ] as const
) {
  Deno.test(`no message names a chunk of this program: ${what}`, async () => {
    const failure = await failureOf(program);
    assert.doesNotMatch(
      JSON.stringify({ ...failure, message: failure.message }),
      /insomnia\/|sandbox\//,
    );
  });
}

Deno.test("an error that is an object shows its words", async () => {
  const rows: readonly (readonly [thrown: string, message: string])[] = [
    [
      "setmetatable({ why = 'x' }, { __tostring = function(e) return 'because ' .. e.why end })",
      "because x",
    ],
    ["{ message = 'the message' }", "the message"],
    ["{ msg = 'the msg', message = 7 }", "the msg"],
    ["setmetatable({}, { __index = { message = 'inherited' } })", "inherited"],
    ["{ message = 'main.lua:9: placed' }", "placed"],
    ["{ code = 7 }", "(error object is a table value)"],
    [
      "setmetatable({}, { __tostring = function() error('deep') end, __index = function() error('x') end })",
      "(error object is a table value)",
    ],
    [
      "setmetatable({ message = 'kept' }, { __tostring = function() return {} end })",
      "kept",
    ],
    ["print", "(error object is a function value)"],
    ["nil", "(error object is a nil value)"],
  ];
  for (const [thrown, message] of rows) {
    const failure = await failureOf(`\nerror(${thrown})`);
    assert.deepEqual([failure.code, failure.message], ["lua-runtime", message]);
    assert.equal(failure.line, message === "placed" ? 9 : 2);
  }
});
