import type { AnyField } from "./field.ts";

/**
 * What a value of a document may be, as plain data. Everything that reads the
 * field table reads these: the check ({@linkcode accepts}), the problems, JSON
 * Schema, zod, the order of printing, the documentation.
 */
export type SchemaNode =
  | TableNode
  | ListNode
  | MapNode
  | EitherNode
  | VariantsNode
  | WordsNode
  | FlagNode
  | NumberNode
  | TextNode;

/** A table with exactly these fields. */
export interface TableNode {
  readonly is: "table";
  /** In the order of printing. */
  readonly fields: ReadonlyMap<string, FieldNode>;
  /** The names of those that cannot be left out. */
  readonly required: readonly string[];
  /** Fields that are gone for good: name to what to do instead. */
  readonly removed: Readonly<Record<string, string>>;
  /** Whether the table is a model section. */
  readonly model: boolean;
}

/** A field of a table in one of its two forms. */
export interface FieldNode {
  /** What it takes. */
  readonly node: SchemaNode;
  /** Whether it may be left out; `undefined` and `null` are not leaving out. */
  readonly optional: boolean;
  /** What the resolver fills in; left out where its row's default is one of the other form. */
  readonly default?: unknown;
  /** Its row of the table. */
  readonly field: AnyField;
}

/** A list of items. */
export interface ListNode {
  readonly is: "list";
  readonly item: SchemaNode;
  readonly minItems: number;
}

/** A table with keys of the user's choice, ordered by code unit. */
export interface MapNode {
  readonly is: "map";
  readonly key: SchemaNode;
  readonly value: SchemaNode;
}

/** A value of one of several kinds, which differ in their JSON type. */
export interface EitherNode {
  readonly is: "either";
  readonly options: readonly SchemaNode[];
}

/** A table whose field `kind` says which fields it has. */
export interface VariantsNode {
  readonly is: "variants";
  /** The word in `kind` to the table with all fields, `kind` among them. */
  readonly options: ReadonlyMap<string, TableNode>;
}

/** One of some words. */
export interface WordsNode {
  readonly is: "words";
  readonly words: readonly string[];
}

/** `true` or `false`. */
export interface FlagNode {
  readonly is: "flag";
}

/** A finite number. One that need not be whole is printed as a float in TOML. */
export interface NumberNode {
  readonly is: "number";
  readonly whole: boolean;
  readonly min?: number;
  /** Left out of a whole number: 2^53-1. */
  readonly max?: number;
  /** Neither `min` nor `max` itself is allowed. */
  readonly open: boolean;
}

/** A string of valid Unicode. */
export interface TextNode {
  readonly is: "text";
  readonly mayBeEmpty: boolean;
  readonly form?: TextForm;
}

/** A form that a string must have. */
export interface TextForm {
  /** What it is, where a program has to treat it in its own way. */
  readonly means?: TextMeaning;
  /** Completes "must be ...". */
  readonly wanted: string;
  readonly accepts: (text: string) => boolean;
  /** The whole form as a regular expression, where it is one. */
  readonly regex?: RegExp;
  /** What JSON Schema can say of it. */
  readonly hints: {
    readonly pattern?: string;
    readonly format?: "uri" | "date";
    readonly minLength?: number;
    readonly maxLength?: number;
  };
}

/** What a text stands for, of a node that takes one. */
export function meaningOf(
  node: SchemaNode | undefined,
): TextMeaning | undefined {
  return node?.is === "text" ? node.form?.means : undefined;
}

/** What a text stands for. */
export type TextMeaning =
  /** A path, relative to the file that says it, absolute in a manifest. */
  | "path"
  /** A URL that something is sent to. */
  | "url"
  /** The name of a secret in the runtime's store; never its value. */
  | "secret-name"
  /** The name of an environment variable; it is not read here. */
  | "variable-name"
  /** `<provider>/<model id>` of the catalog. */
  | "model-ref"
  /** A day of the calendar; a date in TOML, without quotes. */
  | "date"
  /** `$insomnia/...`, `$user/...` or `$workspace/...`. */
  | "prompt-reference";

/** The fields of a table, whatever its `kind`; nothing for what is no table. */
export function fieldsOf(node: SchemaNode): ReadonlyMap<string, FieldNode> {
  switch (node.is) {
    case "table":
      return node.fields;
    case "either":
      return united(node, node.options);
    case "variants":
      return united(node, node.options.values());
    default:
      return NO_FIELDS;
  }
}

const NO_FIELDS: ReadonlyMap<string, FieldNode> = new Map();

/** What was united: every walk over the field table asks again. */
const UNITED = new WeakMap<SchemaNode, ReadonlyMap<string, FieldNode>>();

/** The first table that has a field says where it stands. */
function united(
  node: SchemaNode,
  options: Iterable<SchemaNode>,
): ReadonlyMap<string, FieldNode> {
  const known = UNITED.get(node);
  if (known) return known;
  const all = new Map<string, FieldNode>();
  for (const option of options) {
    for (const [name, field] of fieldsOf(option)) {
      if (!all.has(name)) all.set(name, field);
    }
  }
  UNITED.set(node, all);
  return all;
}
