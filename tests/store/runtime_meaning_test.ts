import assert from "node:assert/strict";
import type { FieldPath } from "../../lib/base/field_path.ts";
import { MANIFEST } from "../../lib/schema/field_table.ts";
import { fieldsOf, type SchemaNode } from "../../lib/schema/schema_node.ts";
import { runtimeMeaning } from "../../lib/store/runtime_meaning.ts";

/** Every value below a node that is no table, by its path; lists at their first item. */
function valuesBelow(
  node: SchemaNode,
  path: FieldPath = [],
): readonly (readonly [FieldPath, SchemaNode])[] {
  if (node.is === "list") return valuesBelow(node.item, [...path, 0]);
  const fields = [...fieldsOf(node)];
  return fields.length === 0
    ? [[path, node]]
    : fields.flatMap(([name, field]) =>
      valuesBelow(field.node, [...path, name])
    );
}

/** A document with one value. */
const documentOf = (path: FieldPath, value: unknown): Record<string, unknown> =>
  path.reduceRight<unknown>(
    (inner, part) => typeof part === "number" ? [inner] : { [part]: inner },
    value,
  ) as Record<string, unknown>;

Deno.test("runtimeMeaning: folds the paths of the field table and rounds its fractions, and nothing else", () => {
  const values = valuesBelow(MANIFEST).filter(([[section]]) =>
    section !== "profile"
  );
  assert.ok(values.length > 60);
  for (const [path, node] of values) {
    const meansTheSame = (a: unknown, b: unknown) =>
      JSON.stringify(runtimeMeaning(documentOf(path, a))) ===
        JSON.stringify(runtimeMeaning(documentOf(path, b)));
    const isPath = node.is === "text" && node.form !== undefined &&
      node.form.accepts("/a/../b") && !node.form.accepts("a");
    const isFraction = node.is === "number" && !node.whole;
    const name = path.join(".");
    assert.equal(meansTheSame("/a/../b", "/b"), isPath, name);
    assert.equal(meansTheSame(0.1, Math.fround(0.1)), isFraction, name);
  }
});
