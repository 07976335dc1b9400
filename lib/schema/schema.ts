import * as z from "npm:zod@4.6.7";
import { isWellFormedText } from "./text_forms.ts";

// The only constructs a format of this program is made of. Everything that
// reads schemas (predicates generated from them, messages, JSON Schema) knows
// exactly these; zod itself is named here and where schemas are read.

/**
 * A zod schema whose output is `T`: zod's own type, under the name it has here.
 *
 * @internal zod documents it
 */
export type Schema<T> = z.ZodType<T>;

type Fields = Readonly<Record<string, z.ZodType>>;

/** A whole number, by default from 0 to 2^53-1. */
export function wholeNumber(min = 0, max?: number): Schema<number> {
  const number = z.int().min(min);
  return max === undefined ? number : number.max(max);
}

/** A finite number from `min` to `max`. */
export function number(min: number, max: number): Schema<number> {
  return z.number().min(min).max(max);
}

/** A number between 0 and 1, neither of them. */
export function ratio(): Schema<number> {
  return z.number().gt(0).lt(1);
}

/** `true` or `false`. */
export function flag(): Schema<boolean> {
  return z.boolean();
}

/** Any string, the empty one too. */
export function anyText(): Schema<string> {
  return z.string().refine(isWellFormedText, "valid Unicode");
}

/** A string that is not empty. */
export function text(maxLength?: number): Schema<string> {
  const checked = z.string().min(1);
  const bounded = maxLength === undefined ? checked : checked.max(maxLength);
  return bounded.refine(isWellFormedText, "valid Unicode");
}

/**
 * A string of a form.
 *
 * @param wanted completes "must be ..."
 */
export function pattern(form: RegExp, wanted: string): Schema<string> {
  return z.string().regex(form, wanted).refine(
    isWellFormedText,
    "valid Unicode",
  );
}

/**
 * A string that a named function accepts.
 *
 * @param accepts exported by a module that does not load zod, and listed in
 * `scripts/generate_checks.ts`; must refuse half surrogate pairs
 * @param wanted completes "must be ..."
 * @param hints what JSON Schema can say of it, as `{ pattern }`
 */
export function checkedText(
  accepts: (text: string) => boolean,
  wanted: string,
  hints: Readonly<Record<string, unknown>> = {},
): Schema<string> {
  return z.string().refine(accepts, wanted).meta({ ...hints });
}

/** One of some words. */
export function oneOf<const V extends readonly [string, ...string[]]>(
  ...values: V
): Schema<V[number]> {
  return z.enum(values) as unknown as Schema<V[number]>;
}

/** One word, as the `kind` of a variant. */
export function exactly<const V extends string>(value: V): z.ZodLiteral<V> {
  return z.literal(value);
}

/** A list of items. */
export function list<T>(item: Schema<T>, minItems = 0): Schema<T[]> {
  const items = z.array(item);
  return minItems === 0 ? items : items.min(minItems);
}

/** A table with keys of the user's choice. */
export function map<T>(
  key: Schema<string>,
  value: Schema<T>,
): Schema<Record<string, T>> {
  return z.record(key, value);
}

/** A table with exactly these fields, in the order they are printed in. */
export function table<F extends Fields>(
  fields: F,
): z.ZodObject<{ -readonly [K in keyof F]: F[K] }, z.core.$strict> {
  return z.strictObject(fields);
}

/** A field that may be left out; `undefined` and `null` are not leaving out. */
export function optional<S extends z.ZodType>(
  schema: S,
): z.ZodExactOptional<S> {
  return z.exactOptional(schema);
}

/** Every field made {@linkcode optional}. */
export function optionalFields<F extends Fields>(
  fields: F,
): {
  [K in keyof F]: F[K] extends z.ZodExactOptional ? F[K]
    : z.ZodExactOptional<F[K]>;
} {
  const result: Record<string, z.ZodType> = {};
  for (const [name, schema] of Object.entries(fields)) {
    result[name] = schema instanceof z.ZodExactOptional
      ? schema
      : optional(schema);
  }
  return result as ReturnType<typeof optionalFields<F>>;
}

/** A value of one of several kinds, which differ in their JSON type. */
export function either<O extends readonly [z.ZodType, ...z.ZodType[]]>(
  ...options: O
): Schema<z.output<O[number]>> {
  return z.union(options) as unknown as Schema<z.output<O[number]>>;
}

type Variant = z.ZodObject<{ readonly kind: z.ZodLiteral<string> } & Fields>;

/** A table whose field `kind` says which fields it has. */
export function byKind<O extends readonly [Variant, ...Variant[]]>(
  ...options: O
): Schema<z.output<O[number]>> {
  return z.discriminatedUnion("kind", options as never) as unknown as Schema<
    z.output<O[number]>
  >;
}

/** `T` with everything in it readonly and every interface spelled out. */
type Plain<T> = T extends string | number | boolean ? T
  : T extends readonly (infer I)[] ? readonly Plain<I>[]
  : { readonly [K in keyof T]: Plain<T[K]> };

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends
  (<X>() => X extends B ? 1 : 2) ? true : false;

/**
 * Gives a schema the name of its interface. Does not compile where the two
 * differ in a field, its type or whether it may be left out.
 */
export function schemaOf<T>(): <S extends z.ZodType>(
  schema: S,
  ...differs: Same<Plain<z.output<S>>, Plain<T>> extends true ? []
    : [{ schema: Plain<z.output<S>>; interface: Plain<T> }]
) => Schema<T> {
  return (schema, ..._differs) => schema as unknown as Schema<T>;
}
