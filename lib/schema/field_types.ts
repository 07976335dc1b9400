// What the rows of the field table are made of. Everything that reads the table
// knows exactly these constructs.
import { accepts } from "./accepts.ts";
import type {
  AnyField,
  AnyFieldType,
  Fields,
  FieldType,
  InputOf,
  OutputOf,
  SectionType,
} from "./field.ts";
import type {
  FieldNode,
  SchemaNode,
  TableNode,
  TextForm,
  TextMeaning,
} from "./schema_node.ts";

/** The same in both forms. */
function plain<T>(node: SchemaNode): FieldType<T> {
  return { output: node, input: node };
}

/** A whole number, by default from 0 to 2^53-1. */
export function wholeNumber(min = 0, max?: number): FieldType<number> {
  const bounds = max === undefined ? { min } : { min, max };
  return plain({ is: "number", whole: true, open: false, ...bounds });
}

/** A finite number from `min` to `max`; a float in TOML. */
export function number(min: number, max: number): FieldType<number> {
  return plain({ is: "number", whole: false, min, max, open: false });
}

/** A number above 0, whole or not. */
export function positiveNumber(): FieldType<number> {
  return plain({
    is: "number",
    whole: false,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    open: true,
  });
}

/** A number between 0 and 1, neither of them. */
export function ratio(): FieldType<number> {
  return plain({ is: "number", whole: false, min: 0, max: 1, open: true });
}

/** `true` or `false`. */
export function flag(): FieldType<boolean> {
  return plain({ is: "flag" });
}

/** Any string, the empty one too. */
export function anyText(): FieldType<string> {
  return plain({ is: "text", mayBeEmpty: true });
}

/** A string that is not empty. */
export function text(): FieldType<string> {
  return plain({ is: "text", mayBeEmpty: false });
}

/**
 * A string of a form.
 *
 * @param wanted completes "must be ..."
 */
export function pattern(
  regex: RegExp,
  wanted: string,
  means?: TextMeaning,
): FieldType<string> {
  return checkedText((text) => regex.test(text), wanted, {
    regex,
    hints: { pattern: regex.source },
    ...means && { means },
  });
}

/**
 * A string that a function accepts.
 *
 * @param wanted completes "must be ..."
 */
export function checkedText(
  accepts: (text: string) => boolean,
  wanted: string,
  form: Omit<TextForm, "accepts" | "wanted">,
): FieldType<string> {
  return plain({
    is: "text",
    mayBeEmpty: true,
    form: { accepts, wanted, ...form },
  });
}

/** One of some words. */
export function oneOf<const V extends readonly [string, ...string[]]>(
  ...words: V
): FieldType<V[number]> {
  return plain({ is: "words", words });
}

/** A list of items. */
export function list<O, I>(
  { output, input }: FieldType<O, I>,
  minItems = 0,
): FieldType<readonly O[], readonly I[]> {
  return {
    output: { is: "list", item: output, minItems },
    input: { is: "list", item: input, minItems },
  };
}

/** A table with keys of the user's choice. */
export function map<O, I>(
  key: FieldType<string>,
  value: FieldType<O, I>,
): FieldType<Readonly<Record<string, O>>, Readonly<Record<string, I>>> {
  return {
    output: { is: "map", key: key.output, value: value.output },
    input: { is: "map", key: key.input, value: value.input },
  };
}

/** A value of one of several kinds, which differ in their JSON type. */
export function either<T extends readonly AnyFieldType[]>(
  ...options: T
): FieldType<OutputOf<T[number]>, InputOf<T[number]>> {
  return {
    output: { is: "either", options: options.map(({ output }) => output) },
    input: { is: "either", options: options.map(({ input }) => input) },
  };
}

/** One thing in a manifest, another where people write it. */
export function byForm<O, I>(
  { output, input }: {
    // deno-lint-ignore no-explicit-any -- only one form of each is used
    readonly output: FieldType<O, any>;
    // deno-lint-ignore no-explicit-any -- only one form of each is used
    readonly input: FieldType<any, I>;
  },
): FieldType<O, I> {
  return { output: output.output, input: input.input };
}

/** The form that people write, in both: for documents that nobody resolves. */
export function asWritten<I>(
  // deno-lint-ignore no-explicit-any -- the other form does not matter
  { input }: FieldType<any, I>,
): FieldType<I> {
  return { output: input, input };
}

/** What is to be known of a section as a whole. */
export interface SectionOptions {
  /** Fields that are gone for good: name to what to do instead. */
  readonly removed?: Readonly<Record<string, string>>;
  /** Whether it is a model section. */
  readonly model?: boolean;
}

/**
 * A table with exactly these fields, in the order of printing.
 *
 * @typeParam O its interface in a manifest
 * @typeParam I its interface where people write it
 */
export function section<O, I = O>(
  fields: Fields<O, I>,
  options: SectionOptions = {},
): SectionType<O, I> {
  const rows = fields as unknown as Rows;
  return {
    output: tableOf("output", rows, options),
    input: tableOf("input", rows, options),
  };
}

/** A kind of a table with a `kind`. */
interface Variant<T> {
  /** What it means to write this kind. */
  readonly description: string;
  /** The fields beside `kind`. */
  readonly fields: T;
}

/** A table whose field `kind` says which fields it has. */
export function variants<T extends { readonly kind: string }>(
  kinds: {
    readonly [K in T["kind"]]: Variant<
      Fields<Omit<Extract<T, { readonly kind: K }>, "kind">>
    >;
  },
): FieldType<T> {
  const named = Object.entries<Variant<Rows>>(kinds as never);
  const options = (form: "output" | "input") =>
    new Map(named.map(([kind, { description, fields }]) => {
      const word = {
        type: oneOf(kind),
        description,
        required: "always",
      } as const;
      return [kind, tableOf(form, { kind: word, ...fields }, {})];
    }));
  return {
    output: { is: "variants", options: options("output") },
    input: { is: "variants", options: options("input") },
  };
}

type Rows = Readonly<Record<string, AnyField>>;

function tableOf(
  form: "output" | "input",
  rows: Rows,
  { removed = {}, model = false }: SectionOptions,
): TableNode {
  const fields = new Map<string, FieldNode>();
  const needed: string[] = [];
  for (const [name, field] of Object.entries(rows)) {
    if (field.only !== undefined && field.only !== form) continue;
    const { required } = field;
    const optional = form === "input"
      ? required !== "always"
      : required === undefined && field.default === undefined;
    const node = field.type[form];
    const filled = field.default !== undefined && accepts(node, field.default)
      ? { default: field.default }
      : {};
    fields.set(name, { node, optional, field, ...filled });
    if (!optional) needed.push(name);
  }
  return { is: "table", fields, required: needed, removed, model };
}
