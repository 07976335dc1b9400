import fc from "../fast_check.ts";

// A grammar of Lua programs that do not always make sense. Names are few, so
// that what is written is often what is read; loops, recursion, growth and
// errors come in by themselves.

const NAMES = ["a", "b", "c", "t", "f"];
const GLOBALS = (
  "print pairs ipairs next select type tostring tonumber pcall xpcall error " +
  "assert require rawget rawset rawlen rawequal setmetatable getmetatable " +
  "string table math utf8 coroutine insomnia profile _G os load math.random " +
  "string.rep string.format string.gsub string.find string.pack string.unpack " +
  "table.concat table.insert table.remove table.sort table.unpack table.move " +
  "coroutine.wrap coroutine.yield coroutine.create coroutine.resume " +
  "coroutine.close coroutine.running utf8.char utf8.codes math.tointeger " +
  "insomnia.compact.ratio insomnia.models.catalog insomnia.tools.rules"
).split(" ");
const METHODS = "rep gsub find match gmatch format sub byte upper len".split(
  " ",
);
const EVENTS = (
  "__index __newindex __call __concat __len __eq __lt __tostring __pairs " +
  "__close __gc __mode __name __metatable"
).split(" ");
const TEXTS = [
  ...["", "x", "%s%d", "(a*)%1", "[^%w]", "%b()", ".-b", "\\0\\xff", "é", "%p"],
  ...["m", "insomnia", "a -> b", "main.lua:1: x", "not enough memory", "<i4z"],
];
const BINARY = (
  "+ - * / // % ^ .. == ~= < <= > >= and or & | ~ << >>"
).split(" ");

const name = fc.constantFrom(...NAMES);
const number = fc.oneof(
  fc.integer({ min: -3, max: 300 }).map(String),
  fc.constantFrom("0.5", "1e308", "-1e308", "2^53", "1 << 62", "0/0", "1e7"),
  fc.constantFrom("math.mininteger", "math.maxinteger", "math.huge", "-0.0"),
);
const text = fc.constantFrom(...TEXTS).map((text) => `"${text}"`);

const { expression, block } = fc.letrec<
  Record<
    "expression" | "table" | "call" | "function" | "statement" | "block",
    string
  >
>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthIdentifier: "lua" },
    name,
    number,
    text,
    fc.constantFrom("nil", "true", "false", "...", ...GLOBALS),
    tie("table"),
    tie("function"),
    tie("call"),
    fc.tuple(tie("expression"), fc.constantFrom(...BINARY), tie("expression"))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(fc.constantFrom("-", "not ", "#", "~"), tie("expression"))
      .map(([op, a]) => `(${op}${a})`),
    fc.tuple(tie("expression"), tie("expression"))
      .map(([a, b]) => `(${a})[${b}]`),
  ),
  table: fc.array(
    fc.oneof(
      tie("expression"),
      fc.tuple(fc.oneof(name, fc.constantFrom(...EVENTS)), tie("expression"))
        .map(([key, value]) => `${key} = ${value}`),
      fc.tuple(tie("expression"), tie("expression"))
        .map(([key, value]) => `[${key}] = ${value}`),
    ),
    { maxLength: 4, depthIdentifier: "lua" },
  ).map((fields) => `{ ${fields.join(", ")} }`),
  call: fc.oneof(
    fc.tuple(
      fc.oneof(name, fc.constantFrom(...GLOBALS)),
      fc.array(tie("expression"), { maxLength: 3, depthIdentifier: "lua" }),
    ).map(([f, args]) => `${f}(${args.join(", ")})`),
    fc.tuple(
      tie("expression"),
      fc.constantFrom(...METHODS),
      fc.array(tie("expression"), { maxLength: 2, depthIdentifier: "lua" }),
    ).map(([of, method, args]) => `(${of}):${method}(${args.join(", ")})`),
  ),
  function: tie("block").map((body) => `function(a, ...) ${body} end`),
  statement: fc.oneof(
    { maxDepth: 5, depthIdentifier: "lua" },
    fc.tuple(name, tie("expression")).map(([n, e]) => `local ${n} = ${e}`),
    fc.tuple(name, tie("expression")).map(([n, e]) => `${n} = ${e}`),
    fc.tuple(name, tie("expression"), tie("expression"))
      .map(([n, key, e]) => `${n}[${key}] = ${e}`),
    tie("call").map((call) => `local _ = ${call}`),
    tie("block").map((body) => `do ${body} end`),
    fc.tuple(name, tie("block"))
      .map(([n, body]) => `local function ${n}(a, ...) ${body} end`),
    fc.tuple(tie("expression"), tie("block"))
      .map(([e, body]) => `if ${e} then ${body} end`),
    fc.tuple(tie("expression"), tie("block"))
      .map(([e, body]) => `while ${e} do ${body} end`),
    tie("block").map((body) => `repeat ${body} until a`),
    fc.tuple(name, number, tie("block"))
      .map(([n, to, body]) => `for ${n} = 1, ${to} do ${body} end`),
    fc.tuple(tie("expression"), tie("block"))
      .map(([e, body]) => `for a, b in pairs(${e}) do ${body} end`),
    tie("expression").map((e) => `local c <close> = ${e}`),
    tie("expression").map((e) => `do return ${e} end`),
    fc.constant("goto continue do end ::continue::"),
  ),
  block: fc.array(tie("statement"), { maxLength: 5, depthIdentifier: "lua" })
    .map((statements) => statements.join("\n")),
}));

/** A profile of two files, `main.lua` and its module `m.lua`. */
export const luaProgram: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .record({
    "main.lua": fc.tuple(block, expression)
      .map(([body, value]) => `${body}\nreturn { a = a, v = ${value} }`),
    "m.lua": fc.tuple(block, expression)
      .map(([body, value]) => `${body}\nreturn ${value}`),
  });
