import assert from "node:assert/strict";
import { evaluate } from "./evaluator.ts";
import {
  MAX_MODULES,
  MAX_MODULES_BYTES,
  MAX_SOURCE_BYTES,
} from "../../lib/source/source_limits.ts";
import { LuaFailure } from "../../lib/lua/lua_failure.ts";
import type { LuaProgram, LuaSource } from "../../lib/source/lua_program.ts";
import {
  evaluateText,
  failureOf,
  OPTIONS,
  programOf,
} from "./evaluate_text.ts";

function spaces(chunk: string, length: number): LuaSource {
  return { chunk, bytes: new Uint8Array(length).fill(0x20), file: chunk };
}

function withModules(count: number, length: number): LuaProgram {
  const modules = Array.from(
    { length: count },
    (_, at) => [`m${at}`, spaces(`m${at}.lua`, length)] as const,
  );
  return {
    ...programOf({ "main.lua": "return {}" }),
    modules: new Map(modules),
  };
}

Deno.test("evaluate takes sources and modules up to their limits", () => {
  const largest = spaces("main.lua", MAX_SOURCE_BYTES);
  largest.bytes.set(new TextEncoder().encode("return{}"));
  for (
    const program of [
      { ...programOf({ "main.lua": "" }), entry: largest },
      withModules(MAX_MODULES, 10),
      withModules(4, MAX_MODULES_BYTES / 4),
    ]
  ) {
    assert.equal(JSON.stringify(evaluate(program, OPTIONS).value), "{}");
  }
});

Deno.test("evaluate refuses larger sources and more modules, with both numbers", async () => {
  const main = programOf({ "main.lua": "return {}" });
  const rows: readonly [LuaProgram, string, RegExp][] = [
    [
      { ...main, entry: spaces("main.lua", MAX_SOURCE_BYTES + 1) },
      "limit-source",
      /`main\.lua`.* 1048577 bytes, at most 1048576/,
    ],
    [
      {
        ...main,
        modules: new Map([["m", spaces("m.lua", MAX_SOURCE_BYTES + 1)]]),
      },
      "limit-source",
      /`m\.lua`.* 1048577 bytes/,
    ],
    [
      withModules(257, 1),
      "limit-modules",
      /257 modules and imports, at most 256/,
    ],
    [
      withModules(5, MAX_SOURCE_BYTES),
      "limit-modules",
      /5242880 bytes of modules and imports, at most 4194304/,
    ],
    [
      {
        ...main,
        imports: new Map([["user:x", {
          name: "user:x",
          root: withModules(257, 1),
        }]]),
      },
      "limit-modules",
      /257 modules and imports/,
    ],
  ];
  for (const [program, code, message] of rows) {
    const failure = await failureOf(program);
    assert.equal(failure.code, code);
    assert.match(failure.message, message);
    assert.match(failure.help ?? "", /this limit is fixed/);
  }
});

Deno.test("maxSteps ends a program one step before it would have ended, and not at its last step", async () => {
  const text = "local t = {} for i = 1, 1000 do t[i] = i end return t";
  const { steps } = await evaluateText(text);
  const exact = await evaluateText(text, { maxSteps: steps });
  assert.equal(exact.steps, steps);
  const failure = await failureOf(text, { maxSteps: steps - 1 });
  assert.equal(failure.code, "limit-steps");
  assert.equal(failure.steps, steps - 1);
});

Deno.test("evaluate counts steps for a result that is long to walk", async () => {
  // A table with many empty slots, found in many places.
  const failure = await failureOf(
    `local hole = {}
     for i = 1, 100000 do hole[i] = i end
     for i = 1, 100000 do hole[i] = nil end
     local t = {}
     for i = 1, 100000 do t[i] = hole end
     return t`,
    { maxSteps: 20_000_000 },
  );
  assert.equal(failure.code, "limit-steps");
});

/** What calls itself through each of C's ways to call Lua. */
const RECURSIONS: Readonly<Record<string, string>> = {
  pcall: "local function f() return pcall(f) end f()",
  gsub: `local function f() return (("x"):gsub("x", f)) end f()`,
  sort: "local function f() table.sort({ 1, 2, 3 }, f) end f()",
  coroutine: "local function f() return coroutine.wrap(f)() end f()",
  resume:
    "local function f() return coroutine.resume(coroutine.create(f)) end f()",
  tostring:
    "local t = setmetatable({}, { __tostring = function(t) return tostring(t) end }) tostring(t)",
  close:
    "local function f() local x <close> = setmetatable({}, { __close = f }) end f()",
  require: `local function f() return require("m") end f()`,
  xpcall: "local function f() return xpcall(f, f) end f()",
  index:
    "local t = {} setmetatable(t, { __index = function(t, k) return t[k .. 'x'] end }) local x = t.x",
  mixed: `local function f()
      return pcall(function() return coroutine.wrap(function() return (("x"):gsub("x", f)) end)() end)
    end f()`,
};

for (const [way, text] of Object.entries(RECURSIONS)) {
  Deno.test(`evaluate ends a recursion through ${way} with Lua's own error or an answer`, async () => {
    const program = programOf({
      "main.lua": `${text} return {}`,
      "m.lua": "return 1",
    });
    try {
      evaluate(program, OPTIONS);
    } catch (error) {
      assert(error instanceof LuaFailure, String(error));
      assert.equal(error.facts.code, "lua-runtime");
      assert.match(error.message, /^(C stack|stack|error in error)/);
    }
    assert.equal(
      JSON.stringify((await evaluateText("return { 1 }")).value),
      "[1]",
    );
  });
}
