import type { SchemaNode, TableNode } from "./schema_node.ts";

declare const TYPES: unique symbol;

/** Two of these fit each other only where the types are the same. */
type Exactly<T> = (value: Shape<T>) => Shape<T>;

/** A type with what may be left out of it as something that has to be there. */
type Shape<T> = T extends string | number | boolean ? T
  : T extends readonly (infer I)[] ? readonly Shape<I>[]
  : {
    readonly [K in keyof T]-?: readonly [
      Shape<Exclude<T[K], undefined>>,
      IsOptional<T, K>,
    ];
  };

/**
 * What a field takes, in its two forms: as a manifest holds it, and as people
 * write it in a profile, a registry or a catalog.
 *
 * @typeParam O what TypeScript calls it in a manifest
 * @typeParam I the same where people write it
 */
export interface FieldType<O, I = O> {
  readonly output: SchemaNode;
  readonly input: SchemaNode;
  /** Never there: says `O` and `I` to the compiler. */
  readonly [TYPES]?: {
    readonly output: Exactly<O>;
    readonly input: Exactly<I>;
  };
}

/** A section: a table in both forms. */
export interface SectionType<O, I = O> extends FieldType<O, I> {
  readonly output: TableNode;
  readonly input: TableNode;
}

/** A {@linkcode FieldType} of whatever. */
// deno-lint-ignore no-explicit-any -- the one type that every other fits
export type AnyFieldType = FieldType<any, any>;

/** What TypeScript calls a type in a manifest. */
export type OutputOf<T> = T extends FieldType<infer O, infer _> ? O : never;

/** What TypeScript calls a type where people write it. */
export type InputOf<T> = T extends FieldType<infer _, infer I> ? I : never;

/** What a number counts. */
export type Unit =
  | "tokens"
  | "bytes"
  | "seconds"
  | "turns"
  | "results"
  | "lines"
  | "files"
  | "redirects"
  | "breakpoints";

/**
 * What a change of a field means to the person who has to accept it. Left out:
 * nothing of these.
 */
export type ChangeMeaning =
  /** A Pod may do more with `true` than with `false` or without it. */
  | "authority-when-true"
  /** A Pod may do more or less: its rules have to be compared. */
  | "authority-by-rules"
  | "model"
  /** More of it costs more. */
  | "cost"
  | "instruction";

/** A row of the field table: one field of one section. */
export interface AnyField {
  /** What it takes. */
  readonly type: AnyFieldType;
  /** What it means: a clause that begins with a capital, without a full stop. */
  readonly description: string;
  /** What the number counts. */
  readonly unit?: Unit;
  /**
   * `always`: people have to write it. `output`: every manifest has it, and
   * where it is not written a policy computes it. Left out: it may be left
   * out, and stays so; with a `default` every manifest has it.
   */
  readonly required?: "always" | "output";
  /** What the resolver fills in. */
  readonly default?: unknown;
  /** A value that it takes; left out where the default or the type shows one. */
  readonly example?: unknown;
  /** The same where people write it, if not that. */
  readonly inputExample?: unknown;
  /** Where the field is there at all; left out: in both forms. */
  readonly only?: "input" | "output";
  /** Older names, read where people write them and never written. */
  readonly older?: readonly string[];
  /** Another field of the section that says the same: only one of them can hold. */
  readonly sameAs?: string;
  /** What a change of it means. */
  readonly change?: ChangeMeaning;
}

type KeyOf<T> = T extends unknown ? keyof T : never;
type IsOptional<T, K extends keyof T> = Record<never, never> extends Pick<T, K>
  ? true
  : false;
type Value<T, K extends keyof T> = Exclude<T[K], undefined>;

/** How a field has to be marked, by whether it may be left out in either form. */
type Presence<O extends boolean, I extends boolean, D> = [O, I] extends
  [true, true] ? { readonly required?: never; readonly default?: never }
  : [O, I] extends [false, false]
    ? { readonly required: "always"; readonly default?: never }
  : [O, I] extends [false, true] ?
      | { readonly required: "output"; readonly default?: D }
      | { readonly required?: never; readonly default: D }
  : never;

type Row<T, Only, P> =
  & Omit<AnyField, "type" | "only" | "required" | "default">
  & { readonly type: T }
  & Only
  & P;

type FieldIn<O, I, K extends PropertyKey> = K extends keyof O
  ? K extends keyof I ? Row<
      FieldType<Value<O, K>, Value<I, K>>,
      { readonly only?: never },
      Presence<IsOptional<O, K>, IsOptional<I, K>, Value<O, K> | Value<I, K>>
    >
  : Row<
    // deno-lint-ignore no-explicit-any -- there is no other form
    FieldType<Value<O, K>, any>,
    { readonly only: "output" },
    Presence<IsOptional<O, K>, IsOptional<O, K>, never>
  >
  : K extends keyof I ? Row<
      // deno-lint-ignore no-explicit-any -- there is no other form
      FieldType<any, Value<I, K>>,
      { readonly only: "input" },
      Presence<IsOptional<I, K>, IsOptional<I, K>, never>
    >
  : never;

/**
 * The rows of a section, in the order of printing. Does not compile where they
 * differ from the interfaces: a field too many or too few, another type,
 * required here and optional there.
 */
export type Fields<O, I = O> = {
  readonly [K in KeyOf<O> | KeyOf<I>]-?: FieldIn<O, I, K>;
};
