import assert from "node:assert/strict";
import { evaluate } from "../../lua/evaluator.ts";
import { LuaFailure } from "../../../lib/lua/lua_failure.ts";
import { locateFailure } from "../../../lib/locate/failure/locate_failure.ts";
import { syntaxRange } from "../../../lib/locate/failure/syntax_range.ts";
import { readLuaTokens } from "../../../lib/source/lua_tokens.ts";
import { luaTextOf } from "../../../lib/source/lua_text.ts";
import { OPTIONS, programOf } from "../../lua/evaluate_text.ts";

/** `«` and `»` stand around what the failure is about. */
const ROWS: readonly (readonly [criterion: string, marked: string])[] = [
  // Syntax.
  ["a field behind a missing comma", `return {\n  a = 1\n  «b» = 2,\n}`],
  ["the second of two words", `return a «b» = 1`],
  ["a comparison with one sign", `local a if a «=» 1 then end`],
  ["a colon for an equals sign", `return {\n  model«:» "x",\n}`],
  ["a sign that Lua does not have", `local a = true and «!»b`],
  ["a quotation mark of print", `return { a = «“»x” }`],
  ["a string without an end", `return { a = «"x, }»\n`],
  ["a comment without an end", `local a = 1 «--[[ notes»\nreturn a`],
  ["a bad number", `return { a = «3»x }`],
  ["a keyword that closes nothing", `local a = 1\n«end»\nreturn a`],
  ["a remark of another language", `return { a = 1, «#» the rest\n}`],
  ["a word that is only its quotes", `«break»\nreturn {}`],
  ["a jump to nowhere", `for i = 1, 2 do goto «on» end return {}`],
  ["two signs that are none together", `local a = true «&&» false`],
  ["a count in the manner of C", `local n = 1 n«++» return {}`],
  ["an assignment without a value", `local x «=»\nreturn {}`],
  ["the same at the end", `local x = 1\nx «=»\n`],
  ["an operator without its second operand", `local x = 1 «+»\nlocal y = 2`],
  ["a comma before a parenthesis that is missing", `return { f(1«,»\n}`],
  ["the parenthesis that is too many", `return { f(g(1))«)» }`],
  ["a block in braces behind a word", `«try» {\n  local x = 1\n}`],
  // Values that are not what they should be.
  ["a field of nil", `local t = {}\nreturn t.«a».b`],
  ["a method that is not there", `local s = "x"\nreturn s:«uper»()`],
  ["a global that is nil", `return { a = «nothing».b }`],
  ["a nil beside a string", `local name return "x" .. «name»`],
  ["the operation of two constants", `return «1 + {}»`],
  ["the limit of a loop", `for i = 1, «"x"» do end return {}`],
  ["what a loop goes over", `for x in «{ 1 }» do end return {}`],
  ["an index that is nil", `local t, k = {} t[«k»] = 1 return t`],
  ["the second argument", `return { a = string.rep("x", «{}») }`],
  ["the call of error", `local a = 1 if a then «error("no")» end return {}`],
  [
    "the name on another line of its call",
    `local c = require("insomnia.compact")\nreturn {\n  a = c\n    .«ratoi» { threshold = 0.5 },\n}`,
  ],
  // What the sandbox and the host functions refuse.
  ["a library that is not there", `local a = 1 local b = «os».getenv("HOME")`],
  ["a module that is not there", `local a, m = 1, require(«"shared"»)`],
  [
    "a value in a table of fields",
    `local compact = require("insomnia.compact")\nreturn {\n  compaction = compact.ratio {\n    threshold = «85»,\n  },\n}`,
  ],
  [
    "the name of an unknown field",
    `local compact = require("insomnia.compact")\nreturn compact.ratio { threshold = 0.5, «reqest» = 0.8 }`,
  ],
  [
    "a word inside a list of rules",
    `local tools = require("insomnia.tools")\nreturn tools.rules("deny", {\n  { "Read", "*", "allow" },\n  { "Bash", "*", «"alow"» },\n})`,
  ],
  [
    "the argument of a function under another name",
    `local preset = require("insomnia.compact").preset\nreturn { a = preset(«"long-coding"») }`,
  ],
];

Deno.test("locateFailure finds", async (t) => {
  for (const [criterion, marked] of ROWS) {
    await t.step(criterion, () => {
      const source = marked.replace(/[«»]/g, "");
      const program = programOf({ "main.lua": source });
      assert.throws(() => evaluate(program, OPTIONS), (error) => {
        assert.ok(error instanceof LuaFailure);
        const { code, message, line } = error.facts;
        const span = locateFailure(error.facts, program, "main.lua", line ?? 0)!
          .source;
        const at = source.split("\n").slice(0, span.line - 1)
          .reduce((sum, row) => sum + row.length + 1, span.column - 1);
        assert.equal(
          source.slice(0, at) + "«" + source.slice(at, at + span.length) +
            "»" + source.slice(at + span.length),
          marked,
          `${code}: ${message}`,
        );
        return true;
      });
    });
  }
});

Deno.test("syntaxRange: reads the tokens of a long line a few times each", () => {
  const readsOf = (count: number): number => {
    const source = "a=".repeat(count);
    let reads = 0;
    const tokens = new Proxy(readLuaTokens(source)!, {
      get(target, key) {
        if (typeof key === "string" && /^\d+$/.test(key)) reads++;
        return Reflect.get(target, key);
      },
    });
    const text = luaTextOf(new TextEncoder().encode(source));
    const failure = {
      code: "lua-syntax",
      message: "unexpected symbol near '='",
      line: 1,
    };
    assert(syntaxRange(text, failure, tokens, undefined));
    return reads;
  };
  assert(readsOf(400) < 3 * readsOf(200));
});
