import assert from "node:assert/strict";
import {
  printJsonSchema,
  SCHEMA_NAMES,
} from "../../lib/print/print_json_schema.ts";

for (const name of SCHEMA_NAMES) {
  Deno.test(`printJsonSchema prints ${name} as draft 2020-12, closed at every depth`, () => {
    const schema = JSON.parse(printJsonSchema(name));
    assert.equal(
      schema.$schema,
      "https://json-schema.org/draft/2020-12/schema",
    );
    assert.match(schema.title, /\w/);
    assert.match(schema.description, /\w/);
    assert.deepEqual(openTables(schema, name), []);
  });
}

Deno.test("printJsonSchema says defaults and what a field is for", () => {
  const { properties } = JSON.parse(printJsonSchema("manifest"));
  const { instruction, max_turns } = properties.worker.properties;
  assert.equal(instruction.default, "$insomnia/default");
  assert.equal(max_turns.minimum, 1);
  assert.equal(max_turns.description, "Most turns of one run");
});

Deno.test("printJsonSchema takes every older engine's patterns: none needs a flag", () => {
  for (const name of SCHEMA_NAMES) {
    const text = printJsonSchema(name);
    assert.doesNotMatch(text, /\\p\{/);
  }
});

/** Where a table would take a field that nobody knows. */
function openTables(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const fields = Object.entries(schema);
  const isTable = "type" in schema && schema.type === "object";
  return [
    ...isTable && !("additionalProperties" in schema) ? [path] : [],
    ...fields.flatMap(([key, inner]) => openTables(inner, `${path}.${key}`)),
  ];
}
