import assert from "node:assert/strict";
import fc from "../../fast_check.ts";
import { instrument } from "../../../lib/locate/trace/instrument.ts";
import { luaTextOf, spanAt } from "../../../lib/source/lua_text.ts";
import type {
  ByteRange,
  TracePlace,
} from "../../../lib/locate/trace/trace_place.ts";
import { cpuMs } from "../../cpu_time.ts";

const PRELUDE =
  "local __trace_table, __trace_name, __trace_field, __trace_from, __trace_key = ... return function(...) local __frame <close> = nil;";

/** Without what is around every instrumented source. */
function inside(text: string): string {
  return text.includes(PRELUDE)
    ? text.replace(PRELUDE, "").replace(/\nend$/, "")
    : text;
}

function instrumented(source: string): string {
  const bytes = instrument(new TextEncoder().encode(source), "x.lua", []);
  return inside(new TextDecoder().decode(bytes));
}

/** `T` and `F` stand for the tracing functions, ids count from 0. */
function short(source: string): string {
  return instrumented(source)
    .replaceAll("__trace_table", "T").replaceAll("__trace_field", "F")
    .replaceAll("__trace_from", "S").replaceAll("__trace_key", "K");
}

for (
  const [criterion, source, expected] of [
    ["a table", "return {}", "return T(0, {})"],
    [
      "tables in tables",
      "x = {{}, a = {}}",
      "x = T(0, {T(1, {}), a = T(2, {})})",
    ],
    ["a table as the only argument", "f{1}", "f(T(0, {1}))"],
    [
      "one of a method, a field, a string's and a table's call",
      "a:b{} a.b{} f'x'{} f{}{}",
      "a:b(T(0, {})) a.b(T(1, {})) f'x'(T(2, {})) f(T(3, {}))(T(4, {}))",
    ],
    [
      "one behind brackets",
      "f(){} (f){} t[1]{}",
      "f()(T(0, {})) (f)(T(1, {})) t[1](T(2, {}))",
    ],
    ["one on the next line", "f\n{\n}", "f\n(T(0, {\n}))"],
    [
      "a table in parentheses",
      "return ({1}).x, ({}):y()",
      "return (T(0, {1})).x, (T(1, {})):y()",
    ],
    [
      "tables behind words and operators",
      "return {} and {} or not {} == #{}",
      "return T(0, {}) and T(1, {}) or not T(2, {}) == #T(3, {})",
    ],
    [
      "a constant's table",
      "local x <const> = {}",
      "local x <const> = T(0, {})",
    ],
    [
      "all values of a last item",
      "return {f()}, {...}",
      'return T(0, {f()}), T(1, {...}, 0, 1, nil, "...")',
    ],
    ["a field", "a.b = 1", 'F(a, "b", 0);a.b = 1'],
    [
      "a deep field",
      'a.b["c"].d = 1',
      'F(a . b [ "c" ], "d", 0);a.b["c"].d = 1',
    ],
    [
      "a computed field",
      "t[k .. 'x'] = 1 t[#t + 1] = 2",
      "t[K(t, 0, nil, nil, false, nil, nil, nil, k .. 'x')] = 1 t[K(t, 1, nil, nil, false, nil, nil, nil, #t + 1)] = 2",
    ],
    ["a field of a new table", "a.b = {}", 'F(a, "b", 0);a.b = T(1, {})'],
    [
      "several fields at once",
      "a.x, b, c[1] = f()",
      'F(a, "x", 0);F(c, 1, 1);a.x, b, c[1] = f()',
    ],
    [
      "a field behind anything that may end a statement",
      "x = y a.b = 1; c.d = 2 goto e ::e:: f.g = 3 do h.i = 4 end",
      'x = y F(a, "b", 0);a.b = 1; F(c, "d", 1);c.d = 2 goto e ::e:: F(f, "g", 2);f.g = 3 do F(h, "i", 3);h.i = 4 end',
    ],
    [
      "a field written over several lines",
      "a\n  .b -- c\n  .d = 1",
      'F(a . b, "d", 0);a\n  .b -- c\n  .d = 1',
    ],
    [
      "a field in a function in a table",
      "x = { f = function() a.b = 1, 2; return { c = 3 } end, d = 4 }",
      'x = T(1, { f = function() F(a, "b", 0);a.b = 1, 2; return T(2, { c = 3 }) end, d = 4 })',
    ],
    [
      "a field of what a call returned, which is left alone",
      "f().x = 1 f{}.y = 2 g'z'.w = 3 t[f()] = 4 t[g'x'] = 5 t[a:b()].c = 6",
      "f().x = 1 f(T(2, {})).y = 2 g'z'.w = 3 t[K(t, 0, nil, nil, false, nil, nil, nil, f())] = 4 t[K(t, 1, nil, nil, false, nil, nil, nil, g'x')] = 5 t[a:b()].c = 6",
    ],
    [
      "variables, which are left alone",
      "local a = 1 b = 2 for i = 1, 2 do end local c, d = 3",
      "local a = 1 b = 2 for i = 1, 2 do end local c, d = 3",
    ],
    [
      "a key over two lines, which is left alone",
      "t[ [[a\n]] ] = 1",
      "t[ [[a\n]] ] = 1",
    ],
    [
      "strings and comments, which are left alone",
      "x = '{' .. [[{]] --[[{]] --{ a.b = 1",
      "x = '{' .. [[{]] --[[{]] --{ a.b = 1",
    ],
    [
      "a first line with a number sign",
      "#!lua {}\nreturn {}",
      "#!lua {}\nreturn T(0, {})",
    ],
  ] as const
) {
  Deno.test(`instrument marks ${criterion}`, () => {
    assert.equal(short(source), expected);
  });
}

for (
  const [criterion, source] of [
    ["does not read", 'return { a = "'],
    ["closes nothing", "return { a = 1 "],
    ["closes too much", "return { a = 1 }}"],
    ["closes wrongly", "if x then return { a = 1 end }"],
    ["uses our names", "__trace_table = 1 return {}"],
  ] as const
) {
  Deno.test(`instrument leaves a source alone that ${criterion}`, () => {
    assert.equal(instrumented(source), source);
  });
}

Deno.test("instrument keeps its functions in sight of a program that replaces its globals", () => {
  const bytes = instrument(
    new TextEncoder().encode("#\n _ENV = {}"),
    "x.lua",
    [],
  );
  assert.equal(
    new TextDecoder().decode(bytes),
    `#\n ${PRELUDE}_ENV = __trace_table(0, {})\nend`,
  );
});

Deno.test("instrument needs no local where a program may have used them up", () => {
  const source = `${"local a = 1 ".repeat(150)} return {}`;
  assert.ok(!instrumented(source).includes("__frame"));
});

Deno.test("instrument adds no calls where nesting is deep", () => {
  const text = instrumented(`return ${"{".repeat(150)}${"}".repeat(150)}`);
  assert.equal(inside(text).match(/__trace_table/g)?.length, 40);
  assert.match(text, /\{{110}\}{110}/);
});

Deno.test("instrument keeps every byte and every line of the source", () => {
  const pieces = [
    "a.b = 1 ",
    "x = { 'é' } ",
    "f{ \n} ",
    "-- c\xFF\n",
    "'\xC3' ",
    "\r\n",
    "t[#t + 1] = { [1] = 2; } ",
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 20 }),
      (parts) => {
        const source = Uint8Array.from(parts.join(""), (c) => c.charCodeAt(0));
        const before = luaTextOf(source);
        const after = luaTextOf(instrument(source, "x.lua", []));
        assert.equal(after.lineStarts.length, before.lineStarts.length + 1);
        const rest = inside(after.bytes)
          .replace(
            /__trace_key\(t, \d+, nil, nil, false, nil, nil, nil, ([^)]*)\)/g,
            "$1",
          )
          .replace(/__trace_field\([^;]*;/g, "")
          .replace(/f\(__trace_table\(\d+, (\{[^}]*\})\)\)/g, "f$1")
          .replace(/__trace_table\(\d+, (\{[^}]*\})\)/g, "$1");
        assert.equal(rest, before.bytes);
      },
    ),
  );
});

/** The places of a source, as `key: line:column text` with the value's text. */
function fieldsOf(source: string): string[] {
  const bytes = new TextEncoder().encode(source);
  const places: TracePlace[] = [];
  instrument(bytes, "x.lua", places);
  const text = luaTextOf(bytes);
  const lines = source.replace(/^\uFEFF/, "").split("\n");
  const show = ({ line, start, end }: ByteRange): string => {
    const span = spanAt(text, line, start, end);
    const shown = lines[line - 1]!.slice(
      span.column - 1,
      span.column - 1 + span.length,
    );
    return `${line}:${span.column} ${shown}`;
  };
  return places.flatMap((place) =>
    place.kind === "field"
      ? [`= ${show(place.field.key)} = ${show(place.field.value)}`]
      : Array.from(
        place.fields,
        ([key, { key: at, value }]) =>
          `${JSON.stringify(key)}: ${show(at)} = ${show(value)}`,
      )
  );
}

for (
  const [criterion, source, expected] of [
    [
      "names and string keys",
      `x = { a = 1, ["b c"] = 'two'; [ [[d]] ] = nil }`,
      [
        '"a": 1:7 a = 1:11 1',
        '"b c": 1:15 "b c" = 1:24 \'two\'',
        '"d": 1:33 [[d]] = 1:43 nil',
      ],
    ],
    [
      "items and number keys",
      "x = { 'p', [2] = 'q', [3] = 'r', f(1, 2), ... }",
      [
        "2: 1:34 f = 1:34 f(1, 2)",
        "3: 1:43 ... = 1:43 ...",
        "-1: 1:43 ... = 1:43 ...",
        "1: 1:7 'p' = 1:7 'p'",
      ],
    ],
    [
      "keys that can be read off, and where computed ones stand",
      "x = { [k] = 1, [1 + 1] = 2, [1.5] = 3, [-1] = 4, [true] = 5, y = 6 }",
      [
        '"y": 1:62 y = 1:66 6',
        "= 1:8 k = 1:13 1",
        "= 1:17 1 = 1:26 2",
        "= 1:30 1.5 = 1:37 3",
        "= 1:41 - = 1:47 4",
        "= 1:51 true = 1:59 5",
      ],
    ],
    ["the last of two", "x = { a = 1, a = 2 }", ['"a": 1:14 a = 1:18 2']],
    [
      "functions and tables within values",
      "x = { f = function(a, b) local c, d = 1, 2; return c end, t = { 1 }, g = 3 }",
      [
        '"f": 1:7 f = 1:11 function(a, b) local c, d = 1, 2; return c end',
        '"t": 1:59 t = 1:63 { 1 }',
        '"g": 1:70 g = 1:74 3',
        "1: 1:65 1 = 1:65 1",
      ],
    ],
    [
      "the first line of a value",
      "x = {\n  a = f(1, -- c\n    2),\n  b = {\n  },\n}",
      [
        '"a": 2:3 a = 2:7 f(1,',
        '"b": 4:3 b = 4:7 {',
      ],
    ],
    [
      "columns in UTF-16 code units, behind a byte order mark",
      '\uFEFFx = { "😀é", a = "ß" }',
      [
        '"a": 1:14 a = 1:18 "ß"',
        '1: 1:7 "😀é" = 1:7 "😀é"',
      ],
    ],
    [
      "assigned values up to the next statement",
      "a.b = 1 + f(2) .. 'x' c.d = -g{3}.h i['j'], k.l = true, function() return 1 end m()",
      [
        "= 1:3 b = 1:7 1 + f(2) .. 'x'",
        "= 1:25 d = 1:29 -g{3}.h",
        "= 1:39 'j' = 1:51 true",
        "= 1:47 l = 1:57 function() return 1 end",
        "1: 1:32 3 = 1:32 3",
      ],
    ],
    [
      "assigned values that end a block",
      "if a then b.c = not d elseif e then f.g = h and i else j.k = l end",
      [
        "= 1:13 c = 1:17 not d",
        "= 1:39 g = 1:43 h and i",
        "= 1:58 k = 1:62 l",
      ],
    ],
    ["one value for several fields", "a.b, c.d = ...", [
      "= 1:3 b = 1:12 ...",
      "= 1:8 d = 1:12 ...",
    ]],
  ] as const
) {
  Deno.test(`instrument notes the places of ${criterion}`, () => {
    assert.deepEqual(fieldsOf(source).sort(), [...expected].sort());
  });
}

Deno.test("instrument appends to the places it is given", () => {
  const places: TracePlace[] = [];
  instrument(new TextEncoder().encode("return {}"), "a.lua", places);
  const second = instrument(
    new TextEncoder().encode("return {}"),
    "b.lua",
    places,
  );
  assert.match(new TextDecoder().decode(second), /__trace_table\(1, /);
  assert.deepEqual(places.map(({ chunk }) => chunk), ["a.lua", "b.lua"]);
});

Deno.test("instrument stays quick on sources made to be slow", () => {
  const size = 1 << 17;
  const repeat = (piece: string) => piece.repeat(size / piece.length);
  for (
    const source of [
      repeat("t.a,") + "t.a = " + repeat("1+") + "1",
      "a" + repeat(".b") + " = 1",
      "return " + repeat("{") + repeat("}"),
      "return {" + repeat("{},") + "}",
      "x = " + repeat("f{}") + "",
      repeat("a.b=1 "),
      `a${repeat("[a")}${repeat("]")} = 1`,
    ]
  ) {
    const began = cpuMs();
    instrument(new TextEncoder().encode(source), "x.lua", []);
    assert.ok(cpuMs() - began < 5000, source.slice(0, 20));
  }
});
