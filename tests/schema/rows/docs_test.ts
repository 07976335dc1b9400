import assert from "node:assert/strict";
import { MODELS } from "../../../lib/catalog/models_schema.ts";
import { PROVIDERS } from "../../../lib/catalog/providers_schema.ts";
import { REGISTRY } from "../../../lib/registry/registry_schema.ts";
import { MANIFEST } from "../../../lib/schema/field_table.ts";
import {
  documentFields,
  profileFields,
  sectionFields,
} from "../../../scripts/docs/made_fields.ts";

const ROOT = new URL("../../../", import.meta.url);

const TABLES: readonly (readonly [
  document: string,
  name: string,
  made: () => string,
])[] = [
  ...[...MANIFEST.fields.keys()].map((name) =>
    [
      "docs/manifest.md",
      `fields of ${name}`,
      () => sectionFields(name),
    ] as const
  ),
  ["docs/profile.md", "fields beyond the manifest", profileFields],
  [
    "docs/manifest.md",
    "fields of providers.toml",
    () => documentFields(PROVIDERS.input),
  ],
  [
    "docs/manifest.md",
    "fields of models.toml",
    () => documentFields(MODELS.input),
  ],
  [
    "docs/guide.md",
    "fields of profiles.toml",
    () => documentFields(REGISTRY.input),
  ],
];

/** The cells of a table, without the spaces that lay it out. */
function cellsOf(table: string): string[] {
  return table.split("\n").filter((line) => /^\| *`/.test(line))
    .map((line) => line.replace(/ *\| */g, "|"));
}

for (const [document, name, made] of TABLES) {
  Deno.test(`${document}: the table of ${name} is what the field table gives`, async () => {
    const text = await Deno.readTextFile(new URL(document, ROOT));
    const start = text.indexOf(`<!-- made: ${name} -->`);
    const end = text.indexOf("<!-- end -->", start);
    assert.ok(start > 0 && end > start, `${document} has no ${name}`);
    assert.deepEqual(cellsOf(text.slice(start, end)), cellsOf(made()));
  });
}

Deno.test("docs/manifest.md: every section of a manifest has its table", async () => {
  const text = await Deno.readTextFile(new URL("docs/manifest.md", ROOT));
  const sections = [...text.matchAll(/<!-- made: fields of (\w+) -->/g)]
    .map((match) => match[1]);
  assert.deepEqual(sections, [...MANIFEST.fields.keys()]);
});
