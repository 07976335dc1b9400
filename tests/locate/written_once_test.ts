import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import type { FieldPath } from "../../lib/base/field_path.ts";
import type { JsonValue } from "../../lib/base/json.ts";
import { tracePlaces } from "../../lib/locate/trace/trace_places.ts";
import { writtenOnce } from "../../lib/locate/written_once.ts";
import { LuaFailure } from "../../lib/lua/lua_failure.ts";
import type { LuaImport, LuaProgram } from "../../lib/source/lua_program.ts";
import { evaluate } from "../lua/evaluator.ts";
import { OPTIONS, programOf } from "../lua/evaluate_text.ts";

/** Files whose `«` stands where the field of the path is. */
const FOUND: readonly (readonly [
  criterion: string,
  marked: Readonly<Record<string, string>>,
  path: FieldPath,
  side?: "key" | "value",
])[] = [
  [
    "the key of a constructor",
    {
      "main.lua": `return profile {\n  worker = { «reasonning = "high" },\n}`,
    },
    ["worker", "reasonning"],
    "key",
  ],
  ["its value", {
    "main.lua": `return profile { worker = { reasonning = «"high" } }`,
  }, ["worker", "reasonning"]],
  ["a section by its name", {
    "main.lua": `return profile { «worker = {} }`,
  }, ["worker"]],
  [
    "a field that is assigned",
    {
      "main.lua":
        `local p = profile { worker = {} }\np.worker.«reasonning = "high"\nreturn p`,
    },
    ["worker", "reasonning"],
    "key",
  ],
  ["the value of several that are assigned", {
    "main.lua": `local p = {}\np.a, p.b = 1, «2\nreturn p`,
  }, ["b"]],
  ["what a module passed to a host function", {
    "main.lua":
      `local models = require("lib.models")\nreturn profile { model = models.main }`,
    "lib/models.lua":
      `local models, secrets = require("insomnia.models"), require("insomnia.secrets")\nreturn {\n  main = models.catalog("house/large", { «auth = secrets.ref("a.b") }),\n}`,
  }, ["model", "auth"]],
  [
    "a field of an item",
    {
      "main.lua":
        `return { permissions = { rule = { {}, { «patern = "*" } } } }`,
    },
    ["permissions", "rule", 1, "patern"],
    "key",
  ],
  ["a key that loops and functions without generic code set", {
    "main.lua":
      `local function role(max) return { max_turns = «max + 1 } end\nlocal made\nfor i = 1, 3 do made = role(i) end\nreturn { worker = made }`,
  }, ["worker", "max_turns"]],
  [
    "a key that a comment and a text name, too",
    {
      "main.lua":
        `-- reasonning = 1\nreturn { slug = "reasonning = 2", worker = { «reasonning = 3 } }`,
    },
    ["worker", "reasonning"],
    "key",
  ],
  ["the section around a field that is missing", {
    "main.lua": `return { «model = { quality = "high" } }`,
  }, ["model", "ref"]],
  ["the return, where the result lacks the field", {
    "main.lua": `local slug = 1\n«return { model = {} }`,
  }, ["slug"]],
];

Deno.test("writtenOnce finds, without another evaluation, ", async (t) => {
  for (const [criterion, marked, path, side] of FOUND) {
    await t.step(criterion, async () => {
      const program = programOf(
        Object.fromEntries(
          Object.entries(marked).map((
            [file, text],
          ) => [file, text.replace("«", "")]),
        ),
      );
      const { value } = evaluate(program, OPTIONS);
      const place = writtenOnce(program, value, [path])?.placeOf(path, side);
      const [file, text] = Object.entries(marked).find(([, text]) =>
        text.includes("«")
      )!;
      const before = text.split("«")[0]!.split("\n");
      assert.deepEqual(
        { file: place?.file, line: place?.line, column: place?.column },
        {
          file: `/profiles/${file}`,
          line: before.length,
          column: before.at(-1)!.length + 1,
        },
      );
      await sameAsTraced(program, value, [path]);
    });
  }
});

const DATA: LuaImport = {
  name: "user:data",
  data: { worker: { odd: 1 } },
  bytes: new Uint8Array(),
  file: "/data.json",
};

/** Programs whose field `odd` of the path stands somewhere that reading cannot tell. */
const NOT_CERTAIN: readonly (readonly [
  criterion: string,
  text: string,
  path: FieldPath,
])[] = [
  ["two keys of the name", `return { a = { odd = 1 }, b = { odd = 2 } }`, [
    "a",
    "odd",
  ]],
  ["a read of the name", `local t = { odd = 1 }\nreturn { a = t.odd, b = t }`, [
    "b",
    "odd",
  ]],
  [
    "a value read from another field",
    `local t = { x = 1 }\nreturn { odd = t.x }`,
    ["odd"],
  ],
  ["a value in a variable", `local x = 1\nreturn { odd = x }`, ["odd"]],
  [
    "a value of several in a variable",
    `local x, p = 1, {}\np.even, p.odd = 2, x\nreturn p`,
    ["odd"],
  ],
  ["an item of a list", `return { odd = { "a" } }`, ["odd", 0]],
  ["a name in brackets", `return { ["odd"] = 1 }`, ["odd"]],
  [
    "a computed key that a text names",
    `local t = { even = 1 }\nlocal name = "od" .. "d"\nt[name] = 2\nlocal u = { odd = 3 }\nreturn t`,
    ["odd"],
  ],
  [
    "a key in an escaped text",
    `local t = {}\nt["\\x6fdd"] = 2\nlocal u = { odd = 3 }\nreturn t`,
    ["odd"],
  ],
  [
    "a computed key of a constructor",
    `local name = "o" .. "dd"\nlocal u = { odd = 3 }\nreturn { [name] = 2 }`,
    ["odd"],
  ],
  [
    "rawset",
    `local t, u = {}, { odd = 3 }\nrawset(t, "o" .. "dd", 1)\nreturn t`,
    ["odd"],
  ],
  [
    "rawset under another name",
    `local t, u, set = {}, { odd = 3 }, nil\nfor name, f in pairs(require("_G")) do if name == "raw" .. "set" then set = f end end\nset(t, "o" .. "dd", 1)\nreturn t`,
    ["odd"],
  ],
  [
    "rawset found by next",
    `local t, u = {}, { odd = 3 }\nlocal name, f\nrepeat name, f = next(require("_G"), name) until name == "raw" .. "set"\nf(t, "o" .. "dd", 1)\nreturn t`,
    ["odd"],
  ],
  [
    "variables that are fields",
    `local u = { odd = 3 }\ndo local _ENV = u; odd = 4 end\nreturn u`,
    ["odd"],
  ],
  [
    "a handler of assignments",
    `local t = {}\nlocal p = setmetatable({}, { __newindex = function(_, _, v) t.odd = 1 end })\np.even = 1\nreturn t`,
    ["odd"],
  ],
  ["imported data", `return profile.import("user:data")`, ["worker", "odd"]],
  [
    "imported data beside a key of the name",
    `local u = { odd = 3 }\nreturn profile.import("user:data")`,
    ["worker", "odd"],
  ],
  [
    "a key that a host function writes, beside one of the name",
    `local u = { ref = 3 }\nreturn { auth = insomnia.secrets.env("X"), model = insomnia.models.catalog("house/large") }`,
    ["model", "ref"],
  ],
  [
    "a key that a library writes, beside one of the name",
    `local u = { n = 3 }\nlocal packed = table.pack()\nreturn packed`,
    ["n"],
  ],
];

Deno.test("writtenOnce leaves to an evaluation with marks ", async (t) => {
  for (const [criterion, text, path] of NOT_CERTAIN) {
    await t.step(criterion, () => {
      const program = programOf(
        { "main.lua": text },
        new Map([...text.includes("import(") ? [["user:data", DATA]] : []] as [
          string,
          LuaImport,
        ][]),
      );
      const { value } = evaluate(program, OPTIONS);
      assert.equal(writtenOnce(program, value, [path]), undefined);
    });
  }
  await t.step("all, where one of several fields is not certain", () => {
    const program = programOf({
      "main.lua": `return { even = 1, odd = { odd = 2 } }`,
    });
    const { value } = evaluate(program, OPTIONS);
    assert.ok(writtenOnce(program, value, [["even"]]));
    assert.equal(writtenOnce(program, value, [["even"], ["odd"]]), undefined);
  });
  await t.step("a program with a source that is no Lua", () => {
    const program = programOf({
      "main.lua": `return { odd = 1 }`,
      "other.lua": `return { odd`,
    });
    const { value } = evaluate(program, OPTIONS);
    assert.equal(writtenOnce(program, value, [["odd"]]), undefined);
  });
});

/** What a profile finds around itself that gives no table a key of a computed name. */
const HARMLESS = new Set(
  ("assert coroutine error getmetatable insomnia ipairs math package pcall print " +
    "profile rawequal rawget rawlen require select string table tonumber tostring " +
    "type utf8 xpcall _VERSION " +
    "table.concat table.insert table.move table.pack table.remove table.sort table.unpack " +
    "string.byte string.char string.find string.format string.gmatch string.gsub " +
    "string.len string.lower string.match string.pack string.packsize string.rep " +
    "string.reverse string.sub string.unpack string.upper " +
    "coroutine.close coroutine.create coroutine.isyieldable coroutine.resume " +
    "coroutine.running coroutine.status coroutine.wrap coroutine.yield " +
    "utf8.char utf8.charpattern utf8.codepoint utf8.codes utf8.len utf8.offset " +
    "package.config")
    .split(" "),
);

Deno.test("writtenOnce looks at no source with a name that is not known to be harmless", () => {
  const { value } = evaluate(
    programOf({
      "main.lua": `local names = {}
for name, library in pairs(_G) do
  names[#names + 1] = name
  if type(library) == "table" and library ~= _G and library ~= insomnia and library ~= profile then
    for member in pairs(library) do names[#names + 1] = name .. "." .. member end
  end
end
return names`,
    }),
    OPTIONS,
  );
  const unknown = (value as string[]).filter((name) =>
    !HARMLESS.has(name) && !name.startsWith("math.")
  );
  assert.ok(unknown.length > 0);
  for (const name of unknown) {
    const program = programOf({
      "main.lua": `return { odd = 1, even = ${name} ~= nil }`,
    });
    const { value } = evaluate(program, OPTIONS);
    assert.equal(writtenOnce(program, value, [["odd"]]), undefined, name);
  }
});

Deno.test("writtenOnce says of any program what an evaluation with marks says", async () => {
  let certain = 0;
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const program = randomProgram((most) => draw(fc.nat, { max: most }));
      let value: JsonValue;
      try {
        value = evaluate(program, OPTIONS).value;
      } catch (error) {
        // Not every program that can be written is right.
        if (error instanceof LuaFailure) return;
        throw error;
      }
      certain += await sameAsTraced(program, value, pathsOf(value));
    }),
    { numRuns: 500 },
  );
  assert.ok(certain > 50, `only ${certain} places were certain`);
});

/**
 * Compares everything that a finder tells of the fields that it is certain of.
 *
 * @returns how many those are
 */
async function sameAsTraced(
  program: LuaProgram,
  value: JsonValue,
  paths: readonly FieldPath[],
): Promise<number> {
  const found = paths.flatMap((path) => {
    const read = writtenOnce(program, value, [path]);
    return read ? [{ path, read }] : [];
  });
  if (found.length === 0) return 0;
  const traced = await tracePlaces(program, value, OPTIONS, evaluate);
  for (const { path, read } of found) {
    for (const side of ["key", "value", undefined] as const) {
      assert.deepEqual(read.placeOf(path, side), traced.placeOf(path, side));
    }
    assert.deepEqual(read.relatedTo?.(path), traced.relatedTo?.(path));
  }
  return found.length;
}

/** The paths of all fields, and of one that is missing in each table. */
function pathsOf(value: JsonValue, path: FieldPath = []): FieldPath[] {
  if (typeof value !== "object" || value === null) return [path];
  const parts = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [
    path,
    [...path, "missing"],
    ...[...parts].flatMap((part) =>
      pathsOf((value as Record<string, JsonValue>)[part]!, [...path, part])
    ),
  ];
}

/** Names that a program may have several times; those beside them are new ones. */
const NAMES = (
  "auth quality scheme slug worker model ref preset kind request threshold"
).split(" ");

/** A profile with a module and an imported profile, out of everything Lua has to make fields. */
function randomProgram(below: (most: number) => number): LuaProgram {
  const one = <T>(items: readonly T[]): T => items[below(items.length - 1)]!;
  const tables = ["p"];
  let names = 0;
  const name = () => below(2) === 0 ? one(NAMES) : `new_${names++}`;

  function constructor(depth: number): string {
    const fields = Array.from(
      { length: below(3) },
      () =>
        one([
          () => `${name()} = ${expression(depth - 1)}`,
          () => `${name()} = ${expression(depth - 1)}`,
          () => `["${name()}"] = ${scalar()}`,
          () => `[("${name()}"):lower()] = ${scalar()}`,
        ].slice(0, below(9) === 0 ? 4 : 2))(),
    );
    return `{ ${fields.join(one([", ", "; ", ",\n  "]))} }`;
  }
  const scalar = () =>
    one(['"text"', "5", "true", "1 + 2", 'tostring(7) .. "x"', "#'four'"]);
  const call = (depth: number) =>
    one([
      () => `profile ${constructor(depth)}`,
      () => `role(${expression(depth)})`,
      () => `insomnia.secrets.ref("a.b")`,
      () => `insomnia.compact.preset("frugal", { threshold = ${scalar()} })`,
      () => `insomnia.compact.ratio { request = 0.5 }`,
      () =>
        `insomnia.models.catalog("house/large", { auth = ${
          expression(depth)
        } })`,
      () => `insomnia.tools.policy("cautious")`,
      () => `require("lib")`,
      () => `profile.import("user:base")`,
      () => `(${constructor(depth)})`,
    ])();
  function expression(depth: number): string {
    if (depth <= 0) return scalar();
    return one([
      scalar,
      () => constructor(depth),
      () => constructor(depth),
      () => call(depth - 1),
      () => one(tables),
      () => `${one(tables)}.${name()}`,
      () => `${one(tables)}.${name()} or ${scalar()}`,
      () => `{ ${constructor(depth - 1)}, ${scalar()} }`,
    ])();
  }
  const statements: (() => string)[] = [
    () => `${one(tables)}.${name()} = ${expression(2)}`,
    () => `${one(tables)}.${name()} = ${expression(2)}`,
    () =>
      `${one(tables)}.${name()}, ${one(tables)}.${name()} = ${expression(1)}, ${
        expression(1)
      }`,
    () => {
      const value = constructor(2);
      tables.push(`t${tables.length}`);
      return `local ${tables.at(-1)} = ${value}`;
    },
    () =>
      `for i = 1, ${below(3)} do ${one(tables)}.${name()} = ${
        one(["i", expression(1)])
      } end`,
    () => `if ${one(tables)}.${name()} then ${one(tables)}.${name()} = nil end`,
    () =>
      `do local t = ${one(tables)}; t.${name()} = ${
        one(["t." + name(), scalar()])
      } end`,
  ];
  const generic: (() => string)[] = [
    () => `for k, v in pairs(${one(tables)}) do ${one(tables)}[k] = v end`,
    () => `rawset(${one(tables)}, "${name()}", ${scalar()})`,
    () => `${one(tables)}["${name()}"] = ${expression(1)}`,
  ];
  const body = (result: string): string => {
    tables.splice(1);
    const lines = Array.from(
      { length: below(5) },
      () => one(below(11) === 0 ? generic : statements)(),
    );
    return [
      `local function role(value) return { ${name()} = value } end`,
      `local p = ${constructor(3)}`,
      ...lines,
      `return ${result}`,
    ].join("\n");
  };
  const entry = body(one(["p", "profile(p)", "role(p)", call(2)]));
  const lib = body("p").replace("require", "tostring");
  const base = programOf({ "main.lua": body("p").replaceAll("import", "x") });
  const imported: LuaImport = {
    name: "user:base",
    root: {
      ...base,
      entry: { ...base.entry, chunk: "user:base/main.lua", file: "/base.lua" },
    },
  };
  return programOf(
    { "main.lua": entry, "lib.lua": lib },
    new Map([["user:base", imported]]),
  );
}
