import assert from "node:assert/strict";
import { z } from "npm:zod@4.6.7";
import {
  anyText,
  checkedText,
  optional,
  type Schema,
  table,
} from "../../lib/schema/schema.ts";
import { emitPredicate } from "../../scripts/checks/emit_predicate.ts";
import { generateChecks } from "../../scripts/generate_checks.ts";

function emit(schema: Schema<unknown>): string {
  return emitPredicate({
    name: "isThing",
    type: "Thing",
    typeFrom: "./thing.ts",
    schema,
    moduleOf: (accepts) =>
      accepts.name === "isWellFormedText" ? "./text.ts" : undefined,
  });
}

Deno.test("generateChecks writes what is in the repository", async () => {
  for (const [file, text] of await generateChecks()) {
    const path = new URL(`../../${file}`, import.meta.url);
    assert.equal(await Deno.readTextFile(path), text, file);
  }
});

Deno.test("emitPredicate imports the functions that the schema names", () => {
  const text = emit(table({ name: optional(anyText()) }));
  assert.match(text, /^import \{ isWellFormedText \} from ".\/text.ts";$/m);
  assert.match(text, /value is Thing/);
});

Deno.test("emitPredicate refuses a function whose module it does not know", () => {
  const isNew = (text: string) => text !== "";
  assert.throws(
    () => emit(table({ name: checkedText(isNew, "new") })),
    /`isNew` is used by a schema but not listed with its module/,
  );
});

const UNKNOWN: readonly (readonly [string, Schema<unknown>])[] = [
  ["`date`", z.date()],
  ["`nullable`", z.string().nullable()],
  ["`default`", z.string().default("x")],
  ["`pipe`", z.string().transform((text) => text.length)],
  ["a table that takes unknown fields", z.object({ a: z.string() })],
  ["a table that takes unknown fields", z.looseObject({ a: z.string() })],
  [
    "a field that may be undefined",
    z.strictObject({ a: z.string().optional() }),
  ],
  ["a string format", z.email()],
  ["the string check `lowercase`", z.string().lowercase()],
  ["the string check `overwrite`", z.string().trim()],
  ["the number format `int32`", z.int32()],
  ["the number check `multiple_of`", z.number().multipleOf(2)],
  ["a half-open range", z.number().gt(0).max(1)],
  ["the flags of /a/g", z.string().regex(/a/g)],
  ["the list check `max_length`", z.array(z.string()).max(2)],
  ["the check `custom`", z.strictObject({}).refine(() => true)],
  ["the word 1", z.literal(1)],
  [
    "a discriminator other than `kind`",
    z.discriminatedUnion("is", [z.strictObject({ is: z.literal("a") })]),
  ],
];

for (const [what, schema] of UNKNOWN) {
  Deno.test(`emitPredicate refuses ${what}`, () => {
    assert.throws(() => emit(schema), {
      name: "TypeError",
      message: `schema construct that no reader knows: ${what}`,
    });
  });
}
