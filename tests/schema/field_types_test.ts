import assert from "node:assert/strict";
import { accepts, isInputOf } from "../../lib/schema/accepts.ts";
import type { FieldType } from "../../lib/schema/field.ts";
import {
  anyText,
  byForm,
  list,
  oneOf,
  ratio,
  section,
  variants,
  wholeNumber,
} from "../../lib/schema/field_types.ts";

const ABOUT = { description: "What it is" } as const;
const NAME = { ...ABOUT, type: anyText(), required: "always" } as const;
const SIZE = { ...ABOUT, type: wholeNumber() } as const;

interface Box {
  readonly name: string;
  readonly size?: number;
}

const BOX = section<Box>({ name: NAME, size: SIZE });

// Checked by the compiler: each line below stops compiling as "unused" when
// the difference is no longer seen.
Deno.test("section does not compile where rows and interface differ", () => {
  const rows = { name: NAME, size: SIZE };
  // @ts-expect-error a row too many
  section<{ name: string }>({ name: NAME, size: SIZE });
  // @ts-expect-error a row too few
  section<Box & { more?: string }>(rows);
  // @ts-expect-error required here, optional there
  section<{ name: string; size: number }>(rows);
  // @ts-expect-error optional here, required there
  section<{ name?: string; size?: number }>(rows);
  // @ts-expect-error another type
  section<{ name: string; size?: string }>(rows);
  const x = { ...ABOUT, type: oneOf("x"), required: "always" } as const;
  // @ts-expect-error a word too few
  section<{ a: "x" | "y" }>({ a: x });
  const xy = { ...ABOUT, type: oneOf("x", "y"), required: "always" } as const;
  // @ts-expect-error a word too many
  section<{ a: "x" }>({ a: xy });
  const boxes = { ...ABOUT, type: list(BOX), required: "always" } as const;
  // @ts-expect-error in depth
  section<{ a: readonly { readonly name: string }[] }>({ a: boxes });
  // @ts-expect-error a variant too few
  variants<{ kind: "a" } | { kind: "b" }>({ a: { ...ABOUT, fields: {} } });
  // @ts-expect-error no description
  section<{ size?: number }>({ size: { type: wholeNumber() } });
});

Deno.test("section does not compile where the two forms are marked wrong", () => {
  interface Written {
    readonly size?: number;
    readonly preset?: "big";
  }
  const preset = { ...ABOUT, type: oneOf("big"), only: "input" } as const;
  section<{ readonly size: number }, Written>({
    preset,
    size: { ...SIZE, default: 8 },
  });
  section<{ readonly size: number }, Written>({
    preset,
    size: { ...SIZE, required: "output" },
  });
  section<{ readonly size: number }, Written>({
    preset,
    // @ts-expect-error every manifest has it, and nothing fills it in
    size: SIZE,
  });
  section<{ readonly size?: number }, Written>({
    // @ts-expect-error no manifest has it
    preset: { ...ABOUT, type: oneOf("big") },
    size: SIZE,
  });
  section<{ readonly size: number }, Written>({
    preset,
    // @ts-expect-error a default of another type
    size: { ...SIZE, default: "8" },
  });
});

Deno.test("section: what may be left out in which form", () => {
  const type: FieldType<number> = wholeNumber();
  const { output, input } = section<
    { a?: number; b: number; c: number; d: number },
    { a?: number; b?: number; c?: number; d: number; e?: number }
  >({
    a: { ...ABOUT, type },
    b: { ...ABOUT, type, default: 1 },
    c: { ...ABOUT, type, required: "output" },
    d: { ...ABOUT, type, required: "always" },
    e: { ...ABOUT, type, only: "input" },
  });
  const optional = (fields: typeof output.fields) =>
    Object.fromEntries(
      [...fields].map(([name, field]) => [name, field.optional]),
    );
  assert.deepEqual(optional(output.fields), {
    a: true,
    b: false,
    c: false,
    d: false,
  });
  assert.deepEqual(optional(input.fields), {
    a: true,
    b: true,
    c: true,
    d: false,
    e: true,
  });
});

Deno.test("section: a default belongs to the forms that take it", () => {
  const type = byForm({ output: wholeNumber(), input: oneOf("big") });
  const { output, input } = section<{ size: number }, { size?: "big" }>({
    size: { ...ABOUT, type, default: "big" },
  });
  assert.equal(output.fields.get("size")?.default, undefined);
  assert.equal(input.fields.get("size")?.default, "big");
});

Deno.test("isInputOf refuses undefined and null: unset is left out", () => {
  assert.equal(isInputOf(BOX, { name: "a" }), true);
  assert.equal(isInputOf(BOX, { name: "a", size: undefined }), false);
  assert.equal(isInputOf(BOX, { name: "a", size: null }), false);
});

const NUMBERS: readonly (readonly [FieldType<number>, number, boolean])[] = [
  [wholeNumber(), 0, true],
  [wholeNumber(), -1, false],
  [wholeNumber(), 2 ** 53 - 1, true],
  [wholeNumber(), 2 ** 53, false],
  [wholeNumber(), 0.5, false],
  [wholeNumber(), NaN, false],
  [wholeNumber(1, 4), 1, true],
  [wholeNumber(1, 4), 4, true],
  [wholeNumber(1, 4), 0, false],
  [wholeNumber(1, 4), 5, false],
  [ratio(), 0.5, true],
  [ratio(), 0, false],
  [ratio(), 1, false],
  [ratio(), Infinity, false],
];

for (const [{ output }, value, taken] of NUMBERS) {
  Deno.test(`accepts ${taken ? "takes" : "refuses"} ${value} as ${JSON.stringify(output)}`, () => {
    assert.equal(accepts(output, value), taken);
  });
}
