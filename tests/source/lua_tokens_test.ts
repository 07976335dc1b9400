import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { luaTextOf } from "../../lib/source/lua_text.ts";
import { readLuaTokens } from "../../lib/source/lua_tokens.ts";
import { cpuMs } from "../cpu_time.ts";

function latin1(source: string): string {
  return luaTextOf(new TextEncoder().encode(source)).bytes;
}

/** Texts of the tokens, between bars. */
function cut(source: string): string | undefined {
  return readLuaTokens(latin1(source))?.map(({ text }) => text).join("|");
}

for (
  const [source, expected] of [
    ["return {a=1}", "return|{|a|=|1|}"],
    ["a...b..c.d", "a|...|b|..|c|.|d"],
    ["a<b<=c<<d>e>=f>>g", "a|<|b|<=|c|<<|d|>|e|>=|f|>>|g"],
    ["a==b~=c~d=e//f/g", "a|==|b|~=|c|~|d|=|e|//|f|/|g"],
    ["::x:: a:b()", "::|x|::|a|:|b|(|)"],
    ["local x <const> = 1", "local|x|<|const|>|=|1"],
    [
      "1 .5 1. 1e3 1E-3 0x1F 0xA.8p1 0x.1P+2 3e+10",
      "1|.5|1.|1e3|1E-3|0x1F|0xA.8p1|0x.1P+2|3e+10",
    ],
    ["a-1--1", "a|-|1"],
    ["x--[[ a\n]]y--[=[ ]] ]=]z--[==x\nw", "x|y|z|w"],
    ["[[a]]..[==[b]]c]==]", "[[a]]|..|[==[b]]c]==]"],
    ["t[ [[k]] ]", "t|[|[[k]]|]"],
    [`"a\\"b" 'c\\'d' "'" '"'`, `"a\\"b"|'c\\'d'|"'"|'"'`],
    [
      `"\\x41\\065\\u{1F600}\\z  \n  x\\\n" y`,
      `"\\x41\\065\\u{1F600}\\z  \n  x\\\n"|y`,
    ],
    ["end_ _end and1 goto", "end_|_end|and1|goto"],
    ["#!/usr/bin/lua -x 'y\nreturn", "return"],
    ["\uFEFFreturn 1", "return|1"],
    ["\uFEFF# x\nreturn", "return"],
    ["# only", ""],
    ["a ==", "a|=="],
    ["a .", "a|."],
    ["1", "1"],
    ["return 'x'", "return|'x'"],
    ["", ""],
  ] as const
) {
  Deno.test(`readLuaTokens cuts ${JSON.stringify(source)}`, () => {
    assert.equal(cut(source), latin1(expected));
  });
}

for (
  const source of [
    `"open`,
    `"line\nend"`,
    `'\\q'`,
    `"\\xZZ"`,
    `"\\u{}"`,
    "[[open",
    "[=x",
    "--[[open",
    "3x",
    "1..2",
    "0x",
    "1e",
    ".0x1",
    "0x1pz",
    "a ! b",
    "größe = 1",
    "a $ b",
    "a\0b",
  ]
) {
  Deno.test(`readLuaTokens refuses ${JSON.stringify(source)} as Lua does`, () => {
    assert.equal(cut(source), undefined);
  });
}

Deno.test("readLuaTokens counts every kind of line end once, in strings and comments too", () => {
  const source =
    "a\nb\r\nc\rd\n\re --[[\n\n]] f [[\r\n]] g '\\\n' h '\\z\n\n' i";
  assert.deepEqual(
    readLuaTokens(source)?.filter(({ kind }) => kind === "name").map((
      { text, line },
    ) => text + line),
    ["a1", "b2", "c3", "d4", "e5", "f7", "g8", "h9", "i11"],
  );
});

Deno.test("readLuaTokens knows the kinds", () => {
  assert.deepEqual(
    readLuaTokens("local x = nil .. 'end' + 1")?.map(({ kind }) => kind),
    [
      "keyword",
      "name",
      "operator",
      "keyword",
      "operator",
      "string",
      "operator",
      "number",
    ],
  );
});

Deno.test("readLuaTokens leaves nothing out but blanks and comments", () => {
  const piece = fc.constantFrom(
    ..."a|end|1|0x1p2|'s'|\"\\n\"|[[l]]|[=[\n]]]=]|..|...|==|=|{|}|[|]|(|)|;|,|.|--c\n|--[[c]]|\n|\r\n"
      .split("|"),
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
    const source = pieces.join(" ");
    const tokens = readLuaTokens(source);
    assert.ok(tokens);
    let rest = "";
    let offset = 0;
    for (const { text, start, end } of tokens) {
      assert.equal(source.slice(start, end), text);
      rest += source.slice(offset, start);
      offset = end;
    }
    rest += source.slice(offset);
    assert.match(rest, /^(?:\s|--c\n|--\[\[c\]\])*$/);
  }));
});

Deno.test("readLuaTokens stays quick on input made to be slow", () => {
  const size = 1 << 18;
  for (
    const source of [
      '"',
      '"\\z',
      '"\\1',
      "'\\z ",
      "[=",
      "--",
      "[[",
      "{",
      "1e",
      "\r",
      "(",
    ]
  ) {
    const began = cpuMs();
    readLuaTokens(source.repeat(size / source.length));
    assert.ok(cpuMs() - began < 2000, source);
  }
});
