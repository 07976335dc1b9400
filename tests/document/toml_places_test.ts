import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { stringify } from "npm:smol-toml@1.9.1";
import type { FieldPath } from "../../lib/base/field_path.ts";
import { parseToml } from "../../lib/document/parse_toml.ts";
import { tomlDiagnostics } from "../../lib/document/toml_diagnostics.ts";
import { tomlPlaces } from "../../lib/document/toml_places.ts";
import { cpuMs } from "../cpu_time.ts";

const TEXT = `default = "coder"
a.b = 1
"quo ted" = true
list = [1, { x = 2 },
  3]

[profile]
reviewer = "r.lua"
inline = { path = "i.lua", "odd key" = 1 }

[profile.coder]
path = "c.lua"

[[model]]
id = "one"
[[model]]
id = "two"
auth = { kind = "none" }
[model.deep]
er = 5
long = """
two
lines"""
`;

const places = await tomlPlaces(TEXT, "x.toml");

/** The text at a place; undefined where the field itself is not found. */
function at(path: FieldPath, what?: "key" | "value"): string | undefined {
  const place = places.placeOf(path, what);
  if (!place || place.label) return undefined;
  const line = TEXT.split("\n")[place.line - 1]!;
  return `${place.line}: ${
    line.slice(place.column - 1, place.column - 1 + place.length)
  }`;
}

for (
  const [path, value, key] of [
    [["default"], '1: "coder"', "1: default"],
    [["a", "b"], "2: 1", "2: b"],
    [["a"], "2: a", "2: a"],
    [["quo ted"], "3: true", '3: "quo ted"'],
    [["list"], "4: [1, { x = 2 },", "4: list"],
    [["list", 0], "4: 1", "4: 1"],
    [["list", 1, "x"], "4: 2", "4: x"],
    [["list", 2], "5: 3", "5: 3"],
    [["profile"], "7: profile", "7: profile"],
    [["profile", "reviewer"], '8: "r.lua"', "8: reviewer"],
    [["profile", "inline", "path"], '9: "i.lua"', "9: path"],
    [["profile", "inline", "odd key"], "9: 1", '9: "odd key"'],
    [["profile", "coder"], "11: coder", "11: coder"],
    [["profile", "coder", "path"], '12: "c.lua"', "12: path"],
    [["model"], "14: model", "14: model"],
    [["model", 1], "16: model", "16: model"],
    [["model", 0, "id"], '15: "one"', "15: id"],
    [["model", 1, "id"], '17: "two"', "17: id"],
    [["model", 1, "auth", "kind"], '18: "none"', "18: kind"],
    [["model", 1, "deep"], "19: deep", "19: deep"],
    [["model", 1, "deep", "er"], "20: 5", "20: er"],
    [["model", 1, "deep", "long"], '21: """', "21: long"],
    [["none"], undefined, undefined],
    [["model", 2], undefined, undefined],
    [["model", 0, "auth"], undefined, undefined],
    [["default", "x"], undefined, undefined],
  ] as [FieldPath, string | undefined, string | undefined][]
) {
  Deno.test(`tomlPlaces: ${JSON.stringify(path)}`, () => {
    assert.equal(at(path, "value"), value);
    assert.equal(at(path, "key"), key);
    // A section is best known by its name.
    const isSection = value?.match(/: [[{]/);
    assert.equal(at(path), isSection ? key : value);
  });
}

Deno.test("tomlPlaces: every field that parses has a place", async () => {
  const key = fc.constantFrom("a", "b", "c d", "é", "1");
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.integer(),
      fc.string(),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(key, tie("value"), { maxKeys: 3 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(key, value), async (document) => {
      const text = stringify(document);
      const places = await tomlPlaces(text, "x.toml");
      for (const path of paths(document)) {
        assert(
          !places.placeOf(path)?.label,
          `${JSON.stringify(path)} in\n${text}`,
        );
      }
    }),
  );
});

function* paths(value: unknown, above: FieldPath = []): Iterable<FieldPath> {
  if (above.length > 0) yield above;
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield* paths(item, [...above, Array.isArray(value) ? Number(key) : key]);
  }
}

Deno.test("tomlPlaces: the beginning of a text that is no TOML", async () => {
  const places = await tomlPlaces("a = ", "x.toml");
  assert.deepEqual(places.placeOf(["a"]), {
    file: "x.toml",
    line: 1,
    column: 1,
    length: 0,
    label: "the document begins here",
  });
});

for (
  const [text, line, column, message] of [
    ["a = \n", 1, 5, /value/],
    ["a = 1\na = 2\n", 2, 1, /redefine/],
    ["[a\n", 1, 3, /./],
    ['a = "x', 1, 5, /./],
  ] as const
) {
  Deno.test(`parseToml: where ${JSON.stringify(text)} is wrong`, async () => {
    const parsed = await parseToml(text);
    assert("error" in parsed);
    assert.deepEqual([parsed.error.line, parsed.error.column], [line, column]);
    assert.match(parsed.error.message, message);
    assert(!parsed.error.message.includes("\n"));
  });
}

Deno.test("tomlDiagnostics: a missing field is shown at what should hold it", async () => {
  const problem = { code: "catalog-invalid", severity: "error" } as const;
  const diagnostics = await tomlDiagnostics(
    [
      { ...problem, message: "a", path: ["model", 1, "provider"] },
      { ...problem, message: "b", path: ["model", 1, "id"] },
      { ...problem, message: "c", path: ["model", 1, "id"], at: "key" },
    ],
    TEXT,
    "/x.toml",
  );
  const file = "/x.toml";
  const label = "`model[1]` is here";
  assert.deepEqual(diagnostics.map((d) => d.source), [
    { file, line: 16, column: 3, length: 5, label },
    { file, line: 17, column: 6, length: 5 },
    { file, line: 17, column: 1, length: 2 },
  ]);
  assert.equal(diagnostics[0]!.path, "model[1].provider");
});

Deno.test("tomlPlaces reads a key with very many parts in little time", () => {
  const parts = "a.".repeat(50_000);
  const fields = Array.from({ length: 20_000 }, (_, at) => `k${at} = 1\n`);
  const started = cpuMs();
  const places = tomlPlaces(`[${parts}b]\n${fields.join("")}`, "x.toml");
  assert.equal(places.placeOf(["a"])?.line, 1);
  assert.equal(
    places.placeOf(Array.from({ length: 40 }, () => "a"))?.line,
    1,
  );
  // It took minutes, once.
  assert(cpuMs() - started < 10_000);
});
