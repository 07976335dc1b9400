import assert from "node:assert/strict";
import { MODELS } from "../../lib/catalog/models_schema.ts";
import { PROVIDERS } from "../../lib/catalog/providers_schema.ts";
import { REGISTRY } from "../../lib/registry/registry_schema.ts";
import { accepts } from "../../lib/schema/accepts.ts";
import { exampleOf } from "../../lib/schema/example_of.ts";
import { MANIFEST, PROFILE } from "../../lib/schema/field_table.ts";
import type { FieldNode, SchemaNode } from "../../lib/schema/schema_node.ts";

/** Every field of a node, at any depth, with its path. */
function* fields(
  node: SchemaNode,
  path: string,
): Iterable<readonly [string, FieldNode]> {
  switch (node.is) {
    case "table":
      for (const [name, field] of node.fields) {
        yield [`${path}.${name}`, field];
        yield* fields(field.node, `${path}.${name}`);
      }
      return;
    case "variants":
      for (const [kind, table] of node.options) {
        yield* fields(table, `${path}(${kind})`);
      }
      return;
    case "either":
      for (const option of node.options) yield* fields(option, path);
      return;
    case "list":
      return yield* fields(node.item, `${path}[]`);
    case "map":
      return yield* fields(node.value, `${path}{}`);
  }
}

const DOCUMENTS: readonly (readonly [string, SchemaNode])[] = [
  ["manifest", MANIFEST],
  ["profile", PROFILE],
  ["registry", REGISTRY.input],
  ["providers", PROVIDERS.input],
  ["models", MODELS.input],
];
const FIELDS = DOCUMENTS.flatMap(([name, node]) => [...fields(node, name)]);

Deno.test("the field table: every field has a description with a meaning", () => {
  const poor = FIELDS.filter(([, { field: { description } }]) =>
    description.split(" ").length < 3 || !/^[A-Z`]/.test(description) ||
    /[.\s]$/.test(description)
  );
  assert.deepEqual(poor.map(([path]) => path), []);
  assert.ok(FIELDS.length > 300, `only ${FIELDS.length} fields`);
});

Deno.test("the field table: a count says what it counts", () => {
  const counts = /_(?:tokens|bytes|secs|turns|files|lines|savings|window)$/;
  const without = FIELDS.filter(([path, { field }]) =>
    counts.test(path) && field.unit === undefined
  );
  assert.deepEqual(without.map(([path]) => path), []);
});

Deno.test("the field table: every field has an example, and takes it", () => {
  for (const [path, field] of FIELDS) {
    const form = path.startsWith("manifest") ? "output" : "input";
    const example = exampleOf(field, form);
    assert.ok(accepts(field.node, example), `${path}: ${example}`);
    assert.notEqual(example, "text", `${path} needs an example`);
  }
});
