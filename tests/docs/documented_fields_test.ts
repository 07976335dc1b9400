import assert from "node:assert/strict";
import { printJsonSchema } from "../../lib/print/print_json_schema.ts";

/** Every name of a field that a JSON Schema mentions, at any depth. */
function fieldNames(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties } = schema as { properties?: Record<string, unknown> };
  return [
    ...Object.keys(properties ?? {}),
    ...Object.values(schema).flatMap(fieldNames),
  ].filter((name) => name !== undefined);
}

const ROWS = [
  ["manifest", "docs/manifest.md"],
  ["providers", "docs/manifest.md"],
  ["models", "docs/manifest.md"],
  ["registry", "docs/guide.md"],
] as const;

for (const [schema, document] of ROWS) {
  Deno.test(`${document}: names every field of the ${schema} schema`, async () => {
    const text = await Deno.readTextFile(document);
    const words = new Set(text.match(/[$\w]+/g));
    const names = new Set(fieldNames(JSON.parse(printJsonSchema(schema))));
    const isNamed = (name: string) =>
      name.split(".").every((part) => words.has(part));
    assert.deepEqual([...names].filter((name) => !isNamed(name)), []);
  });
}
