import assert from "node:assert/strict";
import { helpText } from "../../lib/base/diagnostic_help.ts";
import { explainCatalogProblems } from "../../lib/catalog/explain_catalog_problems.ts";

const PROVIDER = {
  id: "mine",
  display_name: "Mine",
  scheme: "openai_chat",
  auth_hint: { kind: "none" },
};

for (
  const [file, raw, help] of [
    [
      "models",
      { model: [{ name: "a", provider: "openai" }] },
      /^write `id` here/,
    ],
    [
      "models",
      { model: [{ id: "a", provider: "openai", contextLength: 5 }] },
      /^write `context_window` here/,
    ],
    [
      "providers",
      { provider: [{ ...PROVIDER, display_name: undefined, title: "M" }] },
      /^write `display_name` here/,
    ],
    // A word of another table is none.
    [
      "providers",
      { provider: [{ ...PROVIDER, slug: "x" }] },
      /^fields of `provider\[0\]`/,
    ],
  ] as const
) {
  Deno.test(`explainCatalogProblems: ${JSON.stringify(raw)}`, () => {
    const [problem, ...more] = explainCatalogProblems(
      file,
      JSON.parse(JSON.stringify(raw)),
    );
    assert.deepEqual(more, []);
    assert.match(helpText(problem!) ?? "", help);
  });
}
