import assert from "node:assert/strict";
import { evaluate } from "./evaluator.ts";
import type { LuaFailureFacts } from "../../lib/lua/lua_failure.ts";
import { failureOf, OPTIONS, programOf } from "./evaluate_text.ts";

interface Row {
  readonly criterion: string;
  readonly files: string | Readonly<Record<string, string>>;
  readonly wanted:
    & Pick<LuaFailureFacts, "code" | "message" | "chunk" | "line">
    & { readonly calls?: readonly string[]; readonly help?: RegExp };
}

const ROWS: readonly Row[] = [
  {
    criterion: "an error of the profile's own, at the caller's line",
    files: "local function check(x)\n  error('need x', 2)\nend\n\ncheck()",
    wanted: {
      code: "lua-runtime",
      message: "need x",
      chunk: "main.lua",
      line: 5,
      calls: ["main.lua:2 in function 'check'", "main.lua:5 in main chunk"],
    },
  },
  {
    criterion: "an error in a module, through what required it",
    files: {
      "main.lua": "local a = require('a')\nreturn a",
      "a.lua": "\nreturn require('lib.b')",
      "lib/b.lua": "local function g(t)\n  return t.x.y\nend\nreturn { g({}) }",
    },
    wanted: {
      code: "lua-runtime",
      message: "attempt to index a nil value (field 'x')",
      chunk: "lib/b.lua",
      line: 2,
      calls: [
        "lib/b.lua:2 in function 'g'",
        "lib/b.lua:4 in main chunk",
        "a.lua:2 in main chunk",
        "main.lua:1 in main chunk",
      ],
    },
  },
  {
    criterion: "an error inside a coroutine, where it arose",
    files: "local co = coroutine.wrap(function()\n  error('deep')\nend)\nco()",
    wanted: {
      code: "lua-runtime",
      message: "deep",
      chunk: "main.lua",
      line: 2,
    },
  },
  {
    criterion: "an error that says nothing",
    files: "local t\nassert(t, '')",
    wanted: {
      code: "lua-runtime",
      message: "(the error has no message)",
      chunk: "main.lua",
      line: 2,
    },
  },
  {
    criterion: "an error of a host function, at the line of the call",
    files: "local models = insomnia.models\n\nmodels.catalog = nil",
    wanted: {
      code: "lua-runtime",
      message: "this table is read-only: `catalog` cannot be set",
      chunk: "main.lua",
      line: 3,
    },
  },
  {
    criterion: "a message without a place of its own",
    files: "\nerror('plain', 0)",
    wanted: {
      code: "lua-runtime",
      message: "plain",
      chunk: "main.lua",
      line: 2,
    },
  },
  {
    criterion: "an error that is caught and raised again",
    files: "local _, e = pcall(require, 'zz')\nerror(e)",
    wanted: {
      code: "module-not-found",
      message:
        "module 'zz' not found: there is no file zz.lua or zz/init.lua beside main.lua",
      chunk: "main.lua",
      line: 1,
    },
  },
  {
    criterion: "a module that does not compile",
    files: {
      "main.lua": "return require('a')",
      "a.lua": "return {\n  x = = 1\n}",
    },
    wanted: {
      code: "lua-syntax",
      message: "unexpected symbol near '='",
      chunk: "a.lua",
      line: 2,
      calls: ["main.lua:1 in main chunk"],
    },
  },
  {
    criterion: "lines counted behind a byte order mark and a first line with #",
    files: "\uFEFF#!/usr/bin/lua\nlocal x\nreturn x.y",
    wanted: {
      code: "lua-runtime",
      message: "attempt to index a nil value (local 'x')",
      chunk: "main.lua",
      line: 3,
    },
  },
  {
    criterion: "a denied library under a name of the profile's own",
    files: "local os = os\nreturn { t = os.time() }",
    wanted: {
      code: "sandbox-denied",
      message:
        "`os` is not available in a profile: it is the clock, environment variables, files and processes; a profile gives the same answer on every machine",
      chunk: "main.lua",
      line: 2,
      help: /secrets\.env\(NAME\)/,
    },
  },
  {
    criterion: "a denied function, not another one of its name",
    files:
      "local cfg = {}\nif math.random then cfg.x = 1 end\nreturn cfg.random()",
    wanted: {
      code: "lua-runtime",
      message: "attempt to call a nil value (field 'random')",
      chunk: "main.lua",
      line: 3,
    },
  },
  {
    criterion: "a nil that a denied name gave earlier, with a hint",
    files:
      "local function pick() return math.random end\nlocal roll = pick()\nreturn { roll(6) }",
    wanted: {
      code: "lua-runtime",
      message: "attempt to call a nil value (local 'roll')",
      chunk: "main.lua",
      line: 3,
      help: /^`math\.random` gave nil on line 1: /,
    },
  },
  {
    criterion: "text that only looks like the machine's message",
    files: `error("attempt to index a nil value (global 'os')", 0)`,
    wanted: {
      code: "lua-runtime",
      message: "attempt to index a nil value (global 'os')",
      chunk: "main.lua",
      line: 1,
    },
  },
  {
    criterion: "a circle of modules, all around",
    files: {
      "main.lua": "return require('a')",
      "a.lua": "return require('b')",
      "b.lua": "return require('a')",
    },
    wanted: {
      code: "module-cycle",
      message: "modules require each other in a circle: a -> b -> a",
      chunk: "b.lua",
      line: 1,
    },
  },
  {
    criterion: "a misspelt host module, with the nearest name",
    files: "return require('insomnia.compct')",
    wanted: {
      code: "module-not-found",
      message:
        "module 'insomnia.compct' not found: there is no such module of insomnia",
      chunk: "main.lua",
      line: 1,
      help: /^insomnia\.compact$/,
    },
  },
  {
    criterion: "a profile that was stopped, where it was last seen",
    files: "local t = {}\nwhile true do\n  t = { t and 1 }\nend",
    wanted: {
      code: "limit-steps",
      message: "the profile did not come to an end within 1000000 steps",
      chunk: "main.lua",
      line: 3,
      help: /--max-steps/,
    },
  },
];

for (const { criterion, files, wanted } of ROWS) {
  Deno.test(`LuaFailure tells of ${criterion}`, async () => {
    const program = programOf(
      typeof files === "string" ? { "main.lua": files } : files,
    );
    const failure = await failureOf(program, { maxSteps: 1_000_000 });
    const { calls, help, ...facts } = wanted;
    const { code, message, chunk, line } = failure;
    assert.deepEqual({ code, message, chunk, line }, facts);
    if (calls) {
      assert.deepEqual(
        failure.traceback.map(({ chunk, line, label }) =>
          `${chunk}:${line} ${label}`
        ),
        calls,
      );
    }
    if (help) assert.match(failure.put ?? failure.help ?? "", help);
  });
}

Deno.test("LuaFailure names chunks whose names Lua shortens", async () => {
  const chunk = `${"directory/".repeat(9)}module.lua`;
  const files = {
    "main.lua": `require("${chunk.slice(0, -4).replaceAll("/", ".")}")`,
    [chunk]: "\nlocal x = nil + 1",
  };
  const failure = await failureOf(programOf(files));
  assert.equal(failure.chunk, chunk);
  assert.equal(failure.line, 2);
  assert.equal(failure.message, "attempt to perform arithmetic on a nil value");
});

Deno.test("LuaFailure holds what was printed and loaded until then", async () => {
  const files = {
    "main.lua": "require('a') print('one', 1)\nprint('two') error('x')",
    "a.lua": "return 1",
  };
  const { notes, loaded } = await failureOf(programOf(files));
  assert.deepEqual(loaded, ["main.lua", "a"]);
  assert.deepEqual(notes, [
    { chunk: "main.lua", line: 1, text: "one\t1" },
    { chunk: "main.lua", line: 2, text: "two" },
  ]);
});

Deno.test("LuaFailure cuts a message off at 2 KiB", async () => {
  const { message } = await failureOf(`error(("x"):rep(1e6), 0)`);
  assert.equal(message, `${"x".repeat(2048)}...`);
});

Deno.test("evaluate goes on in order after any failure", async () => {
  const good = () =>
    evaluate(programOf({ "main.lua": "return { 1 }" }), OPTIONS);
  const before = good();
  for (const text of ["while true do end", "error({})", "return print"]) {
    await failureOf(text, { maxSteps: 100_000 });
    assert.deepEqual(good(), before);
  }
});
