import assert from "node:assert/strict";
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
