import assert from "node:assert/strict";
import { printFieldPath, valueAt } from "../../../lib/base/field_path.ts";
import { fieldPaths } from "../../../lib/schema/field_paths.ts";
import { MANIFEST, PROFILE } from "../../../lib/schema/field_table.ts";
import { evaluateLua } from "../../../mod.ts";
import { completed, input, NAMES, resolved } from "./golden.ts";

/** The fields, lists left as they are, that are in none of the documents. */
function missing(
  node: typeof MANIFEST,
  documents: readonly unknown[],
): string[] {
  return [...fieldPaths(node)].map(({ path }) => path)
    .filter((path) =>
      documents.every((document) => valueAt(document, path) === undefined)
    )
    .map(printFieldPath);
}

Deno.test("every field: the profiles have all that a profile may say", () => {
  const written = NAMES.map((name) => evaluateLua(input(`${name}.lua`)));
  const models = [
    valueAt(written[0], ["model"]),
    valueAt(written[1], ["model"]),
  ];
  // A model section is written whole in one place.
  const isWhole = (path: string) =>
    path.replace(/^(?:compaction\.|memory\.\w+_)?model\./, "model.");
  assert.deepEqual(
    missing(PROFILE, written)
      .filter((path) =>
        models.every((model) =>
          valueAt({ model }, isWhole(path).split(".")) === undefined
        )
      )
      .filter((path) => !KINDS.test(path)),
    [],
  );
});

// Of the kinds of a table one stands in each place.
const KINDS = /\.auth\.(?:ref|env|file)$|\.ratio$|max_breakpoints$|^\$schema$/;

Deno.test("every field: the manifest file has all of a manifest", async () => {
  const documents = [
    (await completed()).manifest,
    ...await Promise.all(
      NAMES.map(async (name) => (await resolved(name)).manifest),
    ),
  ];
  assert.deepEqual(
    missing(MANIFEST, documents).filter((path) => !KINDS.test(path)),
    [],
  );
});
