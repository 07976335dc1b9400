import assert from "node:assert/strict";
import { evaluate } from "./evaluator.ts";
import type { Evaluation } from "../../lib/lua/evaluation.ts";
import type { LuaImport, LuaSource } from "../../lib/source/lua_program.ts";
import { failureOf, OPTIONS, programOf } from "./evaluate_text.ts";

function source(chunk: string, text: string): LuaSource {
  return {
    chunk,
    bytes: new TextEncoder().encode(text),
    file: `/elsewhere/${chunk}`,
  };
}

/** A profile that others import, with its local modules. */
function imported(
  name: string,
  text: string,
  modules: Readonly<Record<string, string>> = {},
): [string, LuaImport] {
  const local = Object.entries(modules).map((
    [module, text],
  ) => [module, source(`${name}/${module}.lua`, text)] as const);
  const entry = source(`${name}/${name.split(":")[1]}.lua`, text);
  return [name, { name, root: { entry, modules: new Map(local) } }];
}

function run(
  files: string | Readonly<Record<string, string>>,
  imports: readonly [string, LuaImport][] = [],
): Evaluation {
  const program = typeof files === "string" ? { "main.lua": files } : files;
  return evaluate(programOf(program, new Map(imports)), OPTIONS);
}

Deno.test("require loads a module once, gives true for nothing, and hosts before files", async () => {
  const { value, loaded } = await run({
    "main.lua": `
      local a, again = require("dir.a"), require("dir.a")
      return { same = a == again, n = n, nothing = require("nothing"), no = require("no") == false,
        host = require("insomnia").models == insomnia.models, name = a.name }`,
    "dir/a.lua": "n = (n or 0) + 1 return { name = ... }",
    "nothing.lua": "",
    "no.lua": "return false",
    "insomnia.lua": "return 1",
  });
  assert.deepEqual({ ...value as object }, {
    same: true,
    n: 1,
    nothing: true,
    no: true,
    host: true,
    name: "dir.a",
  });
  assert.deepEqual(loaded, ["main.lua", "dir.a", "nothing", "no"]);
});

Deno.test("require says why a file that is there cannot be used, and shows the chain", async () => {
  const program = programOf({
    "main.lua": "return require('a')",
    "a.lua": "return require('b')",
  });
  const failure = await failureOf({
    ...program,
    moduleProblems: new Map([["b", "it is a link out of the directory"]]),
  });
  assert.equal(failure.code, "module-not-found");
  assert.equal(
    failure.message,
    "module 'b' cannot be used: it is a link out of the directory",
  );
  assert.equal(failure.help, "the chain of requires: main.lua -> a -> b");
});

Deno.test("require hides the parts that only host modules see", async () => {
  for (const name of ["_suggest", "insomnia._suggest", "debug", "package"]) {
    const failure = await failureOf(`return require("${name}")`);
    assert.equal(failure.code, "module-not-found");
  }
});

Deno.test("a module that yields is refused, and can be loaded again", async () => {
  const failure = await failureOf(programOf({
    "main.lua": "coroutine.wrap(function() return require('m') end)()",
    "m.lua": "\ncoroutine.yield(1)",
  }));
  assert.equal(failure.code, "lua-runtime");
  assert.equal(failure.message, "attempt to yield while `m` is being loaded");
  assert.deepEqual([failure.chunk, failure.line], ["m.lua", 2]);
});

Deno.test("profile.import gives a fresh copy each time, evaluated once", async () => {
  const { value, loaded } = await run(
    `local a, b = profile.import("user:night"), profile.import("user:night")
     a.list[1] = 9
     return { a = a, b = b }`,
    [
      imported(
        "user:night",
        "n = (n or 0) + 1 return { n = n, list = { 1 }, v = require('shared').v }",
        { shared: "return { v = 7 }" },
      ),
    ],
  );
  assert.equal(
    JSON.stringify(value),
    `{"a":{"list":[9],"n":1,"v":7},"b":{"list":[1],"n":1,"v":7}}`,
  );
  assert.deepEqual(loaded, ["main.lua", "user:night", "user:night/shared"]);
});

Deno.test("an imported profile sees nothing of what its importer did, nor the other way round", async () => {
  const night = imported(
    "user:night",
    `local up = ("x"):upper()
     table.insert = nil
     getmetatable("").__index = nil
     local keys = {}
     for k in pairs({ b = 1, a = 2 }) do keys[#keys + 1] = k end
     return { up = up, keys = keys, leak = tostring(leak) }`,
  );
  const { value } = await run(
    `leak = 1
     string.upper, pairs = nil, nil
     getmetatable("").__index = nil
     local other = insomnia.profile.import("user:night")
     getmetatable("").__index = string
     return { other = other, len = ("abc"):len(), insert = type(table.insert), pairs = type(pairs) }`,
    [night],
  );
  assert.equal(
    JSON.stringify(value),
    `{"insert":"function","len":3,"other":{"keys":["a","b"],"leak":"nil","up":"X"},"pairs":"nil"}`,
  );
});

Deno.test("profile.import says what cannot be imported", async () => {
  const imports: [string, LuaImport][] = [
    ["user:gone", { problem: "there is no such profile" }],
    imported("user:number", "return 1"),
    imported("user:function", "return { f = print }"),
    imported("user:meta", "return setmetatable({}, {})"),
    imported("user:round", "local t = {} t.t = t return t"),
    imported("user:a", "return profile.import('user:b')"),
    imported("user:b", "return profile.import('user:a')"),
  ];
  const rows: readonly [string, string, string][] = [
    [
      "user:gone",
      "import-invalid",
      "cannot import `user:gone`: there is no such profile",
    ],
    [
      "user:other",
      "import-invalid",
      "cannot import `user:other`: it was not known before the evaluation began; write its name as a literal",
    ],
    [
      "user:number",
      "import-invalid",
      "cannot import `user:number`: a profile is a table, and this one is number",
    ],
    [
      "user:function",
      "lua-runtime",
      "a profile holds plain data: this is a function",
    ],
    [
      "user:meta",
      "lua-runtime",
      "a profile holds plain data: this table has a metatable, and what it inherits would be lost",
    ],
    [
      "user:round",
      "lua-runtime",
      "a profile holds plain data: this table contains itself",
    ],
    [
      "user:a",
      "import-cycle",
      "profiles import each other in a circle: user:a -> user:b -> user:a",
    ],
  ];
  for (const [selector, code, message] of rows) {
    const text = `return profile.import("${selector}")`;
    const failure = await failureOf(
      programOf({ "main.lua": text }, new Map(imports)),
    );
    assert.deepEqual([failure.code, failure.message], [code, message]);
    assert.equal(typeof failure.line, "number", selector);
  }
});

Deno.test("profile.import takes a profile that is data", async () => {
  const data = { a: [1, { b: "x" }], n: 1.5, gone: null };
  const { value, loaded } = await run(
    `local p = profile.import("user:json") p.a[2].b = p.a[2].b .. "y" return p`,
    [["user:json", {
      name: "user:json",
      data,
      bytes: new Uint8Array(),
      file: "/u.json",
    }]],
  );
  assert.equal(JSON.stringify(value), `{"a":[1,{"b":"xy"}],"n":1.5}`);
  assert.deepEqual(loaded, ["main.lua", "user:json"]);
});

Deno.test("host tables are read-only, also for rawset and table.insert", async () => {
  for (
    const text of [
      "insomnia.models = 1",
      "rawset(insomnia, 'x', 1)",
      "rawset(insomnia.models, 'refs', print)",
      "setmetatable(insomnia, nil)",
      "table.insert(insomnia.models, 1)",
    ]
  ) {
    assert.equal((await failureOf(text)).code, "lua-runtime", text);
  }
});

Deno.test("an import that fails in a coroutine leaves nothing behind", () => {
  const root = {
    ...programOf({
      "main.lua":
        `getmetatable("").__index = { upper = function() return "theirs" end }
         error("broken")`,
    }),
  };
  const program = programOf({
    "main.lua": `local profile = require("insomnia.profile")
      local import = coroutine.create(function() return profile.import("user:x") end)
      local first = coroutine.resume(import)
      local _, message = pcall(profile.import, "user:x")
      return { first, ("a"):upper(), message }`,
  }, new Map([["user:x", { name: "user:x", root }]]));
  const { value } = evaluate(program, OPTIONS);
  assert.deepEqual(value, [false, "A", "main.lua:2: broken"]);
});

Deno.test("require takes no file for a host module that is not there", async () => {
  const { code } = await failureOf(programOf({
    "main.lua": "return require('insomnia.extra')",
    "insomnia/extra.lua": "return {}",
  }));
  assert.equal(code, "module-not-found");
  const { value } = await run({
    "main.lua": "return require('insomniac')",
    "insomniac.lua": "return { awake = true }",
  });
  assert.deepEqual({ ...value as object }, { awake: true });
});
