import assert from "node:assert/strict";
import { fieldPaths, takesModel } from "../../lib/schema/field_paths.ts";
import { MANIFEST } from "../../lib/schema/field_table.ts";
import { MODEL_SECTIONS } from "../../lib/schema/model_sections.ts";

Deno.test("MODEL_SECTIONS: a manifest has the same ones as a profile", () => {
  const inManifest = fieldPaths(MANIFEST)
    .filter(({ node }) => takesModel(node)).map(({ path }) => path);
  assert.deepEqual(inManifest, MODEL_SECTIONS);
  assert.ok(MODEL_SECTIONS.length > 1);
});
