import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { scanSource } from "../../lib/source/scan_source.ts";
import { luaProgram } from "../lua/lua_grammar.ts";

interface Row {
  readonly source: string;
  readonly requires?: readonly string[];
  readonly imports?: readonly string[];
  readonly computedRequire?: true;
  readonly computedImport?: true;
}

const ROWS: readonly Row[] = [
  // Literals, in every way a call can be written.
  { source: `local a = require("a")`, requires: ["a"] },
  { source: `local a = require "a.b"`, requires: ["a.b"] },
  { source: `local a = require'a'`, requires: ["a"] },
  { source: `local a = require[[a]]`, requires: ["a"] },
  { source: `local a = require [==[a]==]`, requires: ["a"] },
  { source: `require( -- why\n "a" )`, requires: ["a"] },
  { source: `require("\\x61\\98")`, requires: ["ab"] },
  {
    source: `return require("a").x, require("b"){}, require("a")`,
    requires: ["a", "b"],
  },
  { source: `local ok, a = pcall(require, "a")`, requires: ["a"] },
  {
    source: `require("require"); require("import")`,
    requires: ["require", "import"],
  },
  { source: `profile.import("builtin:default")`, imports: ["builtin:default"] },
  { source: `insomnia.profile.import "x"`, imports: ["x"] },
  { source: `profile:import("x")`, imports: ["x"] },
  { source: `pcall(profile.import, "x")`, imports: ["x"] },
  { source: `pcall(insomnia.profile.import, "x")`, imports: ["x"] },
  {
    source: `return require("insomnia.profile").import("x")`,
    requires: ["insomnia.profile"],
    imports: ["x"],
  },
  // Not a call at all.
  { source: `-- require("a")\n--[[ profile.import("b") ]]` },
  { source: `return "we require(a) to import.b"` },
  { source: `local required, imports, reimport = 1, 2, 3` },
  { source: `#!/usr/bin/env require\nreturn {}` },
  { source: `return {}` },
  { source: "" },
  // A name that only running it would tell.
  { source: `require("a" .. b)`, computedRequire: true },
  { source: `require(name)`, computedRequire: true },
  { source: `require("a", 1)`, computedRequire: true },
  { source: `local r = require; r("a")`, computedRequire: true },
  { source: `pcall(require, name)`, computedRequire: true },
  { source: `pcall(require, "a", 1)`, computedRequire: true },
  { source: `xpcall(require, print, "a")`, computedRequire: true },
  {
    source: `for _, f in ipairs { require } do f("a") end`,
    computedRequire: true,
  },
  { source: `local t = _G; t["req" .. "uire"]("a")`, computedRequire: true },
  { source: `_ENV["req" .. "uire"]("a")`, computedRequire: true },
  { source: `t["require"]("a")`, computedRequire: true },
  { source: `t.require("a")`, computedRequire: true },
  {
    source: `require("a"); require(b)`,
    requires: ["a"],
    computedRequire: true,
  },
  { source: `profile.import(name)`, computedImport: true },
  {
    source: `local import = profile.import; import("x")`,
    computedImport: true,
  },
  { source: `import("x")`, computedImport: true },
  { source: `profile["import"]("x")`, computedImport: true },
  { source: `pcall(profile.import, x)`, computedImport: true },
  // Lua itself refuses these: there is nothing to run.
  { source: `require("a) return` },
  { source: `--[[ require("a")` },
];

Deno.test("scanSource tells literal names from computed ones", () => {
  for (const row of ROWS) {
    assert.deepEqual(scanSource(new TextEncoder().encode(row.source)), {
      requires: row.requires ?? [],
      imports: row.imports ?? [],
      computedRequire: row.computedRequire ?? false,
      computedImport: row.computedImport ?? false,
      repeatedKeys: [],
    }, row.source);
  }
});

Deno.test("scanSource tells keys that are written twice", () => {
  const source = new TextEncoder().encode("return { a = 1, a = 2 }");
  assert.deepEqual(scanSource(source).repeatedKeys.map(({ name }) => name), [
    "a",
  ]);
});

Deno.test("scanSource finds the same whether a source is read to its end or passed over", () => {
  const words = ["require", "import", "_G", "_ENV", "x", ...".:,()[]{}='\"\\"];
  const scan = (text: string) => scanSource(new TextEncoder().encode(text));
  const noise = fc.array(fc.constantFrom(...words, ' "a" ', "\\114", "--\n"))
    .map((parts) => parts.join(""));
  const program = luaProgram.map((files) => files["main.lua"]);
  fc.assert(fc.property(fc.oneof(program, noise), (text) => {
    // A remark with each of the words: nothing in it may be found, or passed over.
    const remark = "\n-- require import _G _ENV \\ = =";
    assert.deepEqual(scan(text!), scan(text + remark));
  }));
});
