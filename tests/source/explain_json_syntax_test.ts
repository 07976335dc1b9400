import assert from "node:assert/strict";
import { applyEdits } from "../../lib/document/apply_edits.ts";
import { explainJsonSyntax } from "../../lib/source/explain_json_syntax.ts";

for (
  const [text, message, line, column] of [
    [`{ "a": 1, }`, /a comma behind the last item/, 1, 9],
    [`[1,\n 2,\n]`, /a comma behind the last item/, 2, 3],
    // The first mistake is told, not the comma further on.
    [`{ "a" 1, "b": 2, }`, /a `:` behind a field name is missing/, 1, 7],
    [`{ "a": 1 "b": 2 }`, /a comma \(`,`\) is missing/, 1, 10],
  ] as const
) {
  Deno.test(`explainJsonSyntax: ${JSON.stringify(text)}`, () => {
    const said = explainJsonSyntax(text, "x.json");
    assert.match(said.message, message);
    assert.deepEqual([said.place.line, said.place.column], [line, column]);
  });
}

/** `«` stands where the mistake is; `mended` is left out where nothing is sure. */
const ROWS: readonly (readonly [
  marked: string,
  help: RegExp | undefined,
  mended?: string,
])[] = [
  [`{ «'a': 1 }`, /double quotes/, `{ "a": 1 }`],
  [`{ «'it"s': 1 }`, /double quotes/],
  [`{ «a: 1 }`, /a name in quotes/, `{ "a": 1 }`],
  [`{ "a": «True }`, /`true`/, `{ "a": true }`],
  [`{ "a": «None }`, /leave the field out/, `{ "a": null }`],
  [`{ "a": «012 }`, /`12`/, `{ "a": 12 }`],
  [`{ "a": «+5 }`, /`5`/, `{ "a": 5 }`],
  [`{ "a": «64_000 }`, /`64000`/, `{ "a": 64000 }`],
  [`{ "a": «.5 }`, /`0.5`/, `{ "a": 0.5 }`],
  [`{ "a": «200k }`, /`200000`/, `{ "a": 200000 }`],
  [`{ "a": «5px }`, /digits only/],
  [`{ "a": "b«\\d" }`, /write it twice/],
  [`{ "a": «"b\nc" }`, /stays on its line/],
  ["{ «\u201Ca\u201D: 1 }", /straight quotes/, `{ "a": 1 }`],
  [`{\n  «# x\n  "a": 1 }`, /leave the line out/],
  [`{\n  «// x\n  "a": 1 }`, /leave it out/],
  ["«return { a = 1 }", /this is Lua/],
  ["«-- x\nlocal a = 1", /this is Lua/],
  ["[«worker]\na = 1", /this is TOML/],
  ["«a = 1", /this is TOML/],
  ["«model: x", /this is YAML/],
  ["«", /write an object/],
  [`{ "a": «NaN }`, /finite numbers/],
  [`{ "a": «x }`, /a text in quotes/],
  [`{ "a": 1\n  «"b": 2 }`, undefined, `{ "a": 1,\n  "b": 2 }`],
  [`{ "a": 1\n«`, /the `{` on line 1 has no `}`/],
  [`{ "a": [1,\n  { "b": "]" }\n}\n`.replace("\n}", "\n«}"), undefined],
];

Deno.test("explainJsonSyntax says what to write, and where", async (t) => {
  for (const [marked, help, mended] of ROWS) {
    await t.step(marked, () => {
      const [before = "", behind = ""] = marked.split("«");
      const text = before + behind;
      const found = explainJsonSyntax(text, "p.json");
      const lines = before.split("\n");
      assert.deepEqual(
        [found.place.line, found.place.column, found.place.length > 0],
        [lines.length, lines.at(-1)!.length + 1, true],
      );
      if (help === undefined) assert.equal(found.help, undefined);
      else assert.match(found.help ?? "", help);
      assert.equal(
        found.edits && new TextDecoder().decode(
          applyEdits(new TextEncoder().encode(text), found.edits).bytes,
        ),
        mended,
      );
      if (mended !== undefined) JSON.parse(mended);
    });
  }
});
