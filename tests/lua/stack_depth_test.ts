import { evaluateOn } from "../../lib/lua/lua_evaluator.ts";
import assert from "node:assert/strict";
import { machineCode } from "./evaluator.ts";
import type { LuaFrame } from "../../lib/lua/lua_failure.ts";
import { LuaMachine } from "../../lib/lua/lua_machine.ts";
import { answerOf } from "./answer_of.ts";
import {
  evaluateText,
  failureOf,
  OPTIONS,
  programOf,
} from "./evaluate_text.ts";

/** Ways to call C from Lua and Lua from C without end; `f` is to call itself. */
const RECURSIONS: Readonly<Record<string, string>> = {
  "an operator's metamethod": "return new { __add = f } + 1",
  "a comparison's": "return new { __lt = f } < new { __lt = f }",
  "an index's": "return new { __index = f }.x",
  "a closed variable's": "local x <close> = new { __close = f }",
  "a list's": "return table.concat(new { __index = f, __len = three })",
  "a text's": "return string.format('%s', new { __tostring = f })",
  "sorting": "table.sort({ 3, 2, 1 }, f)",
  "replacing": "return string.gsub('abc', '%w', f)",
  "catching": "local ok, message = pcall(f) error(message, 0)",
  "coroutines":
    "local ok, message = coroutine.resume(coroutine.create(f)) error(message, 0)",
};

/** Texts that the parser goes into as deep. */
const NESTED: Readonly<Record<string, string>> = {
  "brackets": "(".repeat(300),
  "tables": "{".repeat(300),
  "calls": "f(".repeat(300),
  "functions": "function() return ".repeat(300),
  "operators": "2 ^ ".repeat(300),
};

function programs(): [string, string][] {
  const recursions = Object.entries(RECURSIONS).map(([what, body]) => [
    what,
    `local function new(meta) return setmetatable({}, meta) end
    local function three() return 3 end
    local depth = 0
    local function f() depth = depth + 1 ${body} end
    local ok, message = pcall(f)
    return { depth = depth, message = message }`,
  ]);
  const nested = Object.entries(NESTED).map(([what, text]) => [
    what,
    `local function f(x) return x end return { x = ${text}`,
  ]);
  return [...recursions, ...nested] as [string, string][];
}

/** Does something with so many calls of JavaScript around it. */
function below<T>(calls: number, run: () => T): T {
  return calls === 0 ? run() : below(calls - 1, run);
}

/** How many calls of JavaScript its stack has room for. */
function room(): number {
  let fits = 0;
  for (let step = 2 ** 17; step >= 1; step /= 2) {
    try {
      below(fits + step, () => {});
      fits += step;
    } catch (error) {
      assert(error instanceof RangeError);
    }
  }
  return fits;
}

for (const [what, text] of programs()) {
  Deno.test(`Lua's own limit comes long before the ends of C's and JavaScript's stacks: ${what}`, () => {
    const answer = () => {
      const machine = LuaMachine.start(machineCode, { reusable: false });
      const program = programOf({ "main.lua": text });
      const answered = answerOf(() => evaluateOn(machine, program, OPTIONS));
      const { stack_low, stack_end } = machine.api;
      const roomOfC = machine.scratch - stack_end.value;
      assert(machine.scratch - stack_low.value < roomOfC / 3);
      return answered;
    };
    const wanted = answer();
    assert.match(wanted, /C stack overflow/);
    // What runs long is compiled anew, with other needs.
    assert.equal(below(Math.floor(room() / 3), answer), wanted);
  });
}

/** Memory that a recursion of Lua alone may take before its stack ends. */
const MOST_MEMORY_BYTES = 48 * 2 ** 20;

/** Recursion in Lua alone; the first line of each calls what goes on. */
const WITHOUT_END: readonly (readonly [
  what: string,
  program: string,
  call: string,
])[] = [
  [
    "a function that calls itself",
    "local function f()\n  return 1 + f()\nend\nf()",
    "main.lua:2 in function 'f'",
  ],
  [
    "one that takes ever more",
    "local function f(...)\n  return 1 + f(1, ...)\nend\nf()",
    "main.lua:2 in function 'f'",
  ],
  [
    "one that keeps a closure of each call",
    "local kept = {}\nlocal function f(n)\n  kept[n] = function() return n end\n  f(n + 1)\nend\nf(1)",
    "main.lua:4 in function 'f'",
  ],
  [
    "one beside 20 MiB",
    "local kept = {} for i = 1, 200000 do kept[i] = { i } end\nlocal function f()\n  f()\nend\nf()",
    "main.lua:3 in function 'f'",
  ],
  [
    "the merge of a table that holds itself",
    "local function merge(into, more)\n  for key, value in next, more do\n    if type(value) == 'table' then into[key] = merge({}, value) else into[key] = value end\n  end\n  return into\nend\nlocal t = { x = 1 } t.self = t\nmerge({}, t)",
    "main.lua:3 in function 'merge'",
  ],
  [
    "a method",
    "local class = {} class.__index = class\nfunction class:go()\n  return self:go() + 1\nend\nsetmetatable({}, class):go()",
    "main.lua:3 in method 'go'",
  ],
  [
    "pairs",
    "local t t = setmetatable({}, { __pairs = function()\n  return pairs(t)\nend })\nfor _ in pairs(t) do end",
    "main.lua:2 in function <line 1>",
  ],
];

for (const [what, program, call] of WITHOUT_END) {
  Deno.test(`recursion without end is a stack overflow with its line and function, before memory ends: ${what}`, () => {
    const answer = () => {
      const machine = LuaMachine.start(machineCode, { reusable: false });
      const text = answerOf(() =>
        evaluateOn(machine, programOf({ "main.lua": program }), OPTIONS)
      );
      const bytes = machine.api.memory.buffer.byteLength;
      assert(bytes < MOST_MEMORY_BYTES, `${bytes} bytes`);
      return text;
    };
    const [code, message, help, chunk, line, , , , , traceback] = JSON.parse(
      answer(),
    );
    assert.deepEqual([code, message], ["lua-runtime", "stack overflow"]);
    const calls = traceback.map((frame: LuaFrame) =>
      `${frame.chunk}:${frame.line} ${frame.label}`
    );
    assert.equal(calls.length, 20);
    assert(calls.includes(call), calls[0]);
    assert.match(
      help,
      new RegExp(`^(function|method) .* calls itself without an end$`),
    );
    assert(call.endsWith(help.replace(" calls itself without an end", "")));
    assert.deepEqual([chunk, line], [traceback[0].chunk, traceback[0].line]);
    assert.equal(answer(), answer());
  });
}

Deno.test("a caught stack overflow is a message with its line", async () => {
  const { value } = await evaluateText(
    "local function f()\n  return 1 + f()\nend\nreturn { pcall(f) }",
  );
  assert.deepEqual(value, [false, "main.lua:2: stack overflow"]);
});

Deno.test("where memory ends is told with its line and functions", async () => {
  const failure = await failureOf(
    "local t = {} t.t = t\nlocal function walk(t, path)\n  for key, value in pairs(t) do\n    walk(value, path .. '.' .. key)\n  end\nend\nwalk(t, '')",
  );
  assert.equal(failure.code, "limit-memory");
  assert.equal(failure.chunk, "main.lua");
  assert([3, 4].includes(failure.line!), String(failure.line));
  assert.equal(failure.traceback[0]?.label, "in function 'walk'");
  assert.match(failure.help!, /; here function 'walk' calls itself/);
});

Deno.test("a source that is nested too deep is told with its line", async () => {
  const failure = await failureOf(`local x =\n${"{\n".repeat(300)}`);
  assert.equal(failure.code, "lua-syntax");
  assert.equal(failure.message, "C stack overflow");
  assert(failure.line! > 180 && failure.line! < 205, String(failure.line));
});
