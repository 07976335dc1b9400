import assert from "node:assert/strict";
import { applyEdits } from "../../lib/document/apply_edits.ts";
import { explainJsonSyntax } from "../../lib/source/explain_json_syntax.ts";

for (
  const [text, message, line, column] of [
    [`{ "a": 1, }`, /a comma behind the last item/, 1, 9],
    [`[1,\n 2,\n]`, /a comma behind the last item/, 2, 3],
    // The first mistake is told, not the comma further on.
    [`{ "a" 1, "b": 2, }`, /a `:` behind a field name is missing/, 1, 7],
    [`{ "a": 1 "b": 2 }`, /a `,` is missing/, 1, 10],
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
  [`{ "a": «None }`, /`null`/, `{ "a": null }`],
  [`{ "a": «NaN }`, /finite numbers/],
  [`{ "a": «x }`, /a text in quotes/],
  [`{ "a": 1\n«`, undefined],
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
