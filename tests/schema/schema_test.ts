import {
  anyText,
  byKind,
  exactly,
  list,
  oneOf,
  optional,
  schemaOf,
  table,
  wholeNumber,
} from "../../lib/schema/schema.ts";
import assert from "node:assert/strict";

const fields = { name: anyText(), size: optional(wholeNumber()) };

Deno.test("schemaOf takes a schema that says what the interface says", () => {
  const same = schemaOf<{ readonly name: string; readonly size?: number }>();
  assert.equal(same(table(fields)).safeParse({ name: "a" }).success, true);
});

// Checked by the compiler: each line below stops compiling as "unused" when
// the difference is no longer seen.
Deno.test("schemaOf does not compile where schema and interface differ", () => {
  // @ts-expect-error a field too many in the schema
  schemaOf<{ name: string }>()(table(fields));
  // @ts-expect-error a field too few in the schema
  schemaOf<{ name: string; size?: number; more?: string }>()(table(fields));
  // @ts-expect-error required here, optional there
  schemaOf<{ name: string; size: number }>()(table(fields));
  // @ts-expect-error optional here, required there
  schemaOf<{ name?: string; size?: number }>()(table(fields));
  // @ts-expect-error another type
  schemaOf<{ name: string; size?: string }>()(table(fields));
  // @ts-expect-error a word too few
  schemaOf<{ a: "x" | "y" }>()(table({ a: oneOf("x") }));
  // @ts-expect-error in depth
  schemaOf<{ a: { b: string }[] }>()(table({ a: list(table(fields)) }));
  // @ts-expect-error a variant too few
  schemaOf<{ kind: "a" } | { kind: "b" }>()(
    byKind(table({ kind: exactly("a") })),
  );
});

Deno.test("optional refuses undefined and null: unset is left out", () => {
  const schema = table(fields);
  assert.equal(schema.safeParse({ name: "a", size: undefined }).success, false);
  assert.equal(schema.safeParse({ name: "a", size: null }).success, false);
});
