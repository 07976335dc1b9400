import assert from "node:assert/strict";
import { evaluate } from "../../lua/evaluator.ts";
import type { SourcePlace } from "../../../lib/base/diagnostic.ts";
import {
  type FieldPath,
  printFieldPath,
} from "../../../lib/base/field_path.ts";
import type { JsonValue } from "../../../lib/base/json.ts";
import type { EvaluateOptions } from "../../../lib/lua/evaluation.ts";
import type {
  LuaImport,
  LuaProgram,
  LuaRoot,
} from "../../../lib/source/lua_program.ts";
import { tracePlaces } from "../../../lib/locate/trace/trace_places.ts";
import { failureOf } from "../../lua/evaluate_text.ts";
import { LuaFailure } from "../../../lib/lua/lua_failure.ts";

const OPTIONS: EvaluateOptions = {
  catalog: { refs: [], models: {}, providers: {} },
  version: "1.2.3",
};

type Files = Readonly<Record<string, string>>;

/** The first file is the entry; chunks get the prefix, shown names a `/` too. */
function rootOf(files: Files, prefix = ""): LuaRoot {
  const sources = Object.entries(files).map(([path, text]) => ({
    name: path.replace(/\.lua$/, "").replaceAll("/", "."),
    source: {
      chunk: prefix + path,
      bytes: new TextEncoder().encode(text),
      file: `/${prefix}${path}`,
    },
  }));
  const [entry, ...modules] = sources;
  return {
    entry: entry!.source,
    modules: new Map(modules.map(({ name, source }) => [name, source])),
  };
}

interface Given {
  readonly files: Files;
  /** By selector: the files, or the data, of another profile of that name. */
  readonly imports?: Readonly<
    Record<string, Files | { readonly data: JsonValue }>
  >;
}

function programOf({ files, imports = {} }: Given): LuaProgram {
  const given = Object.entries(imports).map((
    [name, other],
  ): [string, LuaImport] => [
    name,
    "data" in other
      ? {
        name,
        data: other.data as JsonValue,
        bytes: new Uint8Array(),
        file: name,
      }
      : { name, root: rootOf(other as Files, `${name}/`) },
  ]);
  return { ...rootOf(files), imports: new Map(given) };
}

/** `/file:line underlined text (label)` */
function show(
  { file, line, column, length, label }: SourcePlace,
  given: Given,
): string {
  const texts = new Map(
    Object.entries(given.files).map(([path, text]) => [`/${path}`, text]),
  );
  for (const [name, other] of Object.entries(given.imports ?? {})) {
    for (const [path, text] of Object.entries(other) as [string, string][]) {
      texts.set(`/${name}/${path}`, text);
    }
  }
  const text = texts.get(file)?.split("\n")[line - 1] ?? "no such line";
  const marked = text.slice(column - 1, column - 1 + length);
  return `${file}:${line} ${marked}${label ? ` (${label})` : ""}`;
}

interface Row extends Given {
  readonly criterion: string;
  readonly places: readonly (
    readonly [path: FieldPath, expected: string, at?: "key" | "value"]
  )[];
  /** What `relatedTo` tells of the first path. */
  readonly related?: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    criterion: "fields written out",
    files: {
      "main.lua":
        `return profile {\n  slug = "x",\n  worker = { reasoning = "high", ["max_tokens"] = 5 },\n  skills = { directories = { "a", "b" } },\n}`,
    },
    places: [
      [["slug"], '/main.lua:2 "x"'],
      [["slug"], "/main.lua:2 slug", "key"],
      [["worker"], "/main.lua:3 worker"],
      [
        ["worker"],
        '/main.lua:3 { reasoning = "high", ["max_tokens"] = 5 }',
        "value",
      ],
      [["worker", "reasoning"], "/main.lua:3 reasoning", "key"],
      [["worker", "max_tokens"], '/main.lua:3 "max_tokens"', "key"],
      [["worker", "max_tokens"], "/main.lua:3 5", "value"],
      [["skills", "directories", 1], '/main.lua:4 "b"'],
    ],
  },
  {
    criterion: "values that came through local variables",
    files: {
      "main.lua":
        `local level = "high"\nlocal worker = {\n  reasoning = level,\n}\nlocal p = { worker = worker }\nreturn p`,
    },
    places: [
      [["worker", "reasoning"], "/main.lua:3 level"],
      [["worker", "reasoning"], "/main.lua:3 reasoning", "key"],
      [["worker"], "/main.lua:5 worker", "key"],
    ],
  },
  {
    criterion: "a table of a helper function in a module",
    files: {
      "main.lua":
        `local shared = require "lib.shared"\nreturn {\n  worker = shared.worker("high"),\n}`,
      "lib/shared.lua":
        `local M = {}\nfunction M.worker(level)\n  local made = { reasoning = level }\n  made.max_tokens = 7\n  return made\nend\nreturn M`,
    },
    places: [
      [["worker", "reasoning"], '/main.lua:3 "high"'],
      [["worker", "reasoning"], "/lib/shared.lua:3 reasoning", "key"],
      [["worker", "max_tokens"], "/lib/shared.lua:4 max_tokens", "key"],
      [["worker"], "/main.lua:3 worker"],
    ],
    related: [
      '`lib.shared` is required here: /main.lua:1 require "lib.shared"',
    ],
  },
  {
    criterion: "an imported profile, and what is assigned to it",
    files: {
      "main.lua":
        `local base = profile.import("user:night")\nbase.worker.language = "de"\nbase.slug = "mine"\nreturn profile(base)`,
    },
    imports: {
      "user:night": {
        "night.lua":
          `local models = require("parts")\nreturn profile {\n  slug = "night",\n  worker = { reasoning = "low" },\n  model = models.model,\n}`,
        "parts.lua": `return { model = {\n  ref = "a/b",\n} }`,
      },
    },
    places: [
      [["worker", "reasoning"], '/user:night/night.lua:4 "low"'],
      [["worker", "language"], '/main.lua:2 "de"'],
      [["slug"], '/main.lua:3 "mine"'],
      [["model", "ref"], '/user:night/parts.lua:2 "a/b"'],
    ],
    related: [
      '`user:night` is imported here: /main.lua:1 profile.import("user:night")',
    ],
  },
  {
    criterion: "a value that came through two modules",
    files: {
      "main.lua":
        `local parts = require("parts")\nlocal limits = require("limits")\nreturn { web = parts }`,
      "parts.lua":
        `local limits = require "limits"\nreturn { fetch = { timeout_secs = limits.timeout } }`,
      "limits.lua": `return { timeout = 30 }`,
    },
    places: [[["web", "fetch", "timeout_secs"], "/limits.lua:1 30"]],
    related: [
      "`web.fetch.timeout_secs` is set here: /parts.lua:2 timeout_secs",
      '`limits` is required here: /parts.lua:1 require "limits"',
      '`parts` is required here: /main.lua:1 require("parts")',
    ],
  },
  {
    criterion: "an import of an import",
    files: {
      "main.lua":
        `-- profile.import "user:b"\nlocal base = require("insomnia").profile.import "user:a"\nreturn base`,
    },
    imports: {
      "user:a": {
        "a.lua":
          `local p = profile.import [[user:b]]\np.role = "coder"\nreturn p`,
      },
      "user:b": { "b.lua": `return { slug = "b" }` },
    },
    places: [
      [["slug"], '/user:b/b.lua:1 "b"'],
      [["role"], '/user:a/a.lua:2 "coder"'],
    ],
    related: [
      "`user:b` is imported here: /user:a/a.lua:1 profile.import [[user:b]]",
      '`user:a` is imported here: /main.lua:2 profile.import "user:a"',
    ],
  },
  {
    criterion: "an imported profile that is data",
    files: {
      "main.lua":
        `local base = profile.import("user:json")\nbase.slug = "x"\nreturn base`,
    },
    imports: { "user:json": { data: { worker: { reasoning: "high" } } } },
    places: [
      [
        ["worker", "reasoning"],
        '/main.lua:1 profile.import("user:json") (this sets `worker.reasoning`)',
      ],
      [["slug"], '/main.lua:2 "x"'],
    ],
  },
  {
    criterion: "what host modules set and what they were given",
    files: {
      "main.lua":
        `local compact = require("insomnia.compact")\nlocal models = insomnia.models\nreturn profile {\n  model = models.catalog("a/b", {\n    quality = "high",\n    auth = insomnia.secrets.ref("llm.key"),\n  }),\n  compaction = compact.preset("research", { threshold = 9 }),\n  scope = insomnia.scope.workspace_read(),\n  permissions = insomnia.tools.rules("ask", {\n    { "Bash", "git *", "allow" },\n  }),\n  worker = { reasoning = insomnia.reasoning.ratio(0.5) },\n}`,
    },
    places: [
      [["model"], "/main.lua:4 model"],
      [
        ["model", "ref"],
        '/main.lua:4 "a/b"',
      ],
      [["model", "quality"], '/main.lua:5 "high"'],
      [["model", "quality"], "/main.lua:5 quality", "key"],
      [
        ["model", "auth", "kind"],
        '/main.lua:6 insomnia.secrets.ref("llm.key") (this sets `model.auth.kind`)',
      ],
      [["compaction", "threshold"], "/main.lua:8 9"],
      [
        ["compaction", "preset"],
        '/main.lua:8 "research"',
      ],
      [
        ["scope", "intent"],
        "/main.lua:9 insomnia.scope.workspace_read() (this sets `scope.intent`)",
      ],
      [["permissions", "rule", 0, "pattern"], '/main.lua:11 "git *"'],
      [
        ["worker", "reasoning", "ratio"],
        "/main.lua:13 insomnia.reasoning.ratio(0.5) (this sets `worker.reasoning.ratio`)",
      ],
    ],
  },
  {
    criterion:
      "a host module's table that came through a variable or stands among other calls",
    files: {
      "main.lua":
        `local c = insomnia.compact\nlocal small = c.preset("frugal") -- f()\nlocal a, b = c.preset "research", c.preset "frugal"\nreturn { compaction = small, memory = a }`,
    },
    places: [
      [
        ["compaction", "preset"],
        '/main.lua:2 "frugal"',
      ],
      [
        ["memory", "preset"],
        "/main.lua:3  (a call on this line sets `memory.preset`)",
      ],
    ],
  },
  {
    criterion: "values that were overwritten",
    files: {
      "main.lua":
        `local p = { worker = { reasoning = "low" } }\np.worker.reasoning = "high"\np.worker["reasoning"] = "max"\np.slug = "a" p.slug = "b"\np.web = { enabled = true }\np.web = {\n  enabled = false }\nreturn p`,
    },
    places: [
      [["worker", "reasoning"], '/main.lua:3 "max"'],
      [["slug"], '/main.lua:4 "b"'],
      [["web", "enabled"], "/main.lua:7 false"],
      [["web"], "/main.lua:6 web"],
    ],
  },
  {
    criterion: "list items however they were put there",
    files: {
      "main.lua":
        `local list = { { tool = "a" } }\nlist[#list + 1] = { tool = "b" }\ntable.insert(list, {\n  tool = "c" })\nlocal names = {}\nfor i = 1, 2 do names[i] = "n" .. i end\ntable.insert(names, "x")\nreturn { rule = list, skills = { directories = names } }`,
    },
    places: [
      [["rule", 0, "tool"], '/main.lua:1 "a"'],
      [["rule", 1, "tool"], '/main.lua:2 "b"'],
      [["rule", 1], '/main.lua:2 { tool = "b" }', "value"],
      [["rule", 2, "tool"], '/main.lua:4 "c"'],
      [["rule", 2], "/main.lua:3 {"],
      [["skills", "directories", 1], '/main.lua:6 "n" .. i'],
      [["skills", "directories", 2], '/main.lua:7 "x"'],
    ],
  },
  {
    criterion: "fields that a loop copied",
    files: {
      "main.lua":
        `local function merge(into, from)\n  for key, value in pairs(from) do\n    into[key] = value\n  end\n  return into\nend\nreturn merge({ slug = "a" }, { role = "b", worker = { language = "c" } })`,
    },
    places: [
      [["slug"], '/main.lua:7 "a"'],
      [["role"], "/main.lua:7 role", "key"],
      [["role"], '/main.lua:7 "b"'],
      [["worker", "language"], '/main.lua:7 "c"'],
    ],
  },
  {
    criterion:
      "computed keys and results of calls no more exactly than it is sure",
    files: {
      "main.lua":
        `local k = "reasoning"\nlocal function two() return 1, 2 end\nreturn {\n  worker = { [k] = "high" },\n  list = { two() },\n  [k .. "s"] = 1,\n}`,
    },
    places: [
      [["worker", "reasoning"], '/main.lua:4 "high"'],
      [["worker", "reasoning"], '/main.lua:1 "reasoning"', "key"],
      [["list", 0], "/main.lua:5 two()"],
      [["list", 1], "/main.lua:5 two()"],
      [["reasonings"], "/main.lua:6 1"],
    ],
    related: ["`worker.reasoning` is set here: /main.lua:4 k"],
  },
  {
    criterion: "the nearest section where a field is missing",
    files: {
      "main.lua":
        `local function f() return 1 end\nlocal p = { worker = { nested = { a = 1 } }, gone = 1 }\np.gone = nil\nreturn\n  p`,
    },
    places: [
      [["worker", "reasoning"], "/main.lua:2 worker (`worker` is here)"],
      [
        ["worker", "nested", "b", "c"],
        "/main.lua:2 nested (`worker.nested` is here)",
      ],
      [
        ["worker", "nested", "a", "c"],
        "/main.lua:2 a (`worker.nested.a` is here)",
      ],
      [["model"], "/main.lua:4 return (the profile returns here)"],
      [["gone"], "/main.lua:4 return (the profile returns here)"],
      [[], "/main.lua:4 return (the profile returns here)"],
    ],
  },
  {
    criterion: "fields of a program that empties its globals",
    files: {
      "main.lua":
        `local globals = _G\nfor name in next, globals do globals[name] = nil end\nlocal _ENV = { x = "y" }\nreturn { slug = x }`,
    },
    places: [[["slug"], "/main.lua:4 x"]],
  },
  {
    criterion: "the `return` where tracing changes what the program does",
    files: {
      "main.lua":
        `local seen = 0\nlocal odd = setmetatable({}, { __index = function(t) seen = seen + 1; return t end })\nodd.a.b.c = 1\nreturn { slug = "x" .. seen }`,
    },
    places: [[["slug"], "/main.lua:4 return (the profile returns here)"]],
  },
  {
    criterion:
      "columns of wide characters, behind a byte order mark and a first `#` line",
    files: {
      "main.lua":
        `\uFEFF#!lua\nreturn { --[[ 😀 é ]] slug = "😀x", role = "y" }`,
    },
    places: [
      [["slug"], '/main.lua:2 "😀x"'],
      [["role"], "/main.lua:2 role", "key"],
    ],
  },
];

for (const row of ROWS) {
  Deno.test(`tracePlaces finds ${row.criterion}`, async () => {
    const program = programOf(row);
    const { value } = evaluate(program, OPTIONS);
    const finder = await tracePlaces(program, value, OPTIONS, evaluate);
    for (const [path, expected, at] of row.places) {
      const place = finder.placeOf(path, at);
      assert.ok(place);
      assert.equal(show(place, row), expected, printFieldPath(path));
    }
    const related = finder.relatedTo?.(row.places[0]![0]) ?? [];
    assert.deepEqual(
      related.map(({ message, source }) =>
        `${message}: ${source && show(source, row)}`
      ),
      row.related ?? [],
    );
  });
}

for (
  const [criterion, source, expected] of [
    [
      "a function",
      "local t = { a = {} }\nt.a.f = print\nreturn t",
      "/main.lua:2 print",
    ],
    [
      "a cycle",
      "local t = { list = { { 1 }, { x = 2 } } }\nt.list[2].me = t\nreturn t",
      "/main.lua:2 t",
    ],
    [
      "a metatable",
      "return {\n  worker = setmetatable({}, {}),\n}",
      "/main.lua:2 setmetatable({}, {})",
    ],
    [
      "a key of the whole table",
      "return {\n  [true] = {},\n}",
      "/main.lua:1 {",
    ],
    [
      "NaN",
      "return { a = { b = { 1, 0 / 0 } }, f = print }",
      "/main.lua:1 0 / 0",
    ],
    [
      "a wrong key",
      'return {\n  list = { "a", x = "b" },\n}',
      '/main.lua:2 { "a", x = "b" }',
    ],
  ] as const
) {
  Deno.test(`tracePlaces finds ${criterion} that kept a result from being data`, async () => {
    const given = { files: { "main.lua": source } };
    const program = programOf(given);
    const failure = await failureOf(program, OPTIONS);
    const finder = await tracePlaces(
      program,
      new LuaFailure(failure),
      OPTIONS,
      evaluate,
    );
    const place = finder.placeOf(failure.path ?? []);
    assert.ok(place);
    assert.equal(show(place, given), expected);
  });
}

Deno.test("tracePlaces finds fields of a source that is as large as is traced", async () => {
  const given = {
    files: { "main.lua": `return { list = {\n${"{a=1},\n".repeat(35_000)}} }` },
  };
  const program = programOf(given);
  const { value } = evaluate(program, OPTIONS);
  const finder = await tracePlaces(program, value, OPTIONS, evaluate);
  const place = finder.placeOf(["list", 34_999, "a"], "key");
  assert.ok(place);
  assert.equal(show(place, given), "/main.lua:35001 a");
});

for (
  const [criterion, text] of [
    ["that is larger", `return { list = {\n${"{a=1},\n".repeat(40_000)}} }`],
    [
      "that takes long",
      "for i = 1, 60000000 do end return { list = {\n{ a = 1 } } }",
    ],
  ]
) {
  Deno.test(`tracePlaces shows the return of a source ${criterion}, and takes no time`, async () => {
    const given = { files: { "main.lua": text! } };
    const program = programOf(given);
    const { value } = evaluate(program, OPTIONS);
    const finder = await tracePlaces(program, value, OPTIONS, evaluate);
    const place = finder.placeOf(["list", 0, "a"], "key");
    assert.ok(place);
    assert.equal(
      show(place, given),
      "/main.lua:1 return (the profile returns here)",
    );
  });
}
