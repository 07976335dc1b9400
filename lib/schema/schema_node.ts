import type { Schema } from "./schema.ts";

/** A field of a table. */
export interface FieldNode {
  /** What it takes. */
  readonly schema: Schema<unknown>;
  /** Whether it may be left out. */
  readonly optional: boolean;
}

/** One thing a string must be besides a string. */
export type TextCheck =
  | { readonly is: "min-length"; readonly length: number }
  | { readonly is: "max-length"; readonly length: number }
  | { readonly is: "pattern"; readonly form: RegExp }
  | {
    readonly is: "predicate";
    readonly accepts: (text: string) => boolean;
  };

/** What a schema is, in the words of `schema.ts`. */
export type SchemaNode =
  | {
    readonly is: "table";
    /** In the order of printing. */
    readonly fields: ReadonlyMap<string, FieldNode>;
  }
  | {
    readonly is: "list";
    readonly item: Schema<unknown>;
    readonly minItems: number;
  }
  | {
    readonly is: "map";
    readonly key: Schema<unknown>;
    readonly value: Schema<unknown>;
  }
  | { readonly is: "either"; readonly options: readonly Schema<unknown>[] }
  | {
    readonly is: "variants";
    /** The word in `kind` to the fields that go with it. */
    readonly options: ReadonlyMap<string, Schema<unknown>>;
  }
  | { readonly is: "words"; readonly words: readonly string[] }
  | { readonly is: "flag" }
  | {
    readonly is: "number";
    readonly whole: boolean;
    readonly min?: number;
    readonly max?: number;
    /** Neither `min` nor `max` itself is allowed. */
    readonly open: boolean;
  }
  | { readonly is: "text"; readonly checks: readonly TextCheck[] };

// The parts of zod's definitions that are read here.
interface Definition {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly [more: string]: unknown;
}

interface Check {
  readonly check: string;
  readonly [more: string]: unknown;
}

/** What makes two schemas the same but for their descriptions. */
export function definitionOf(schema: Schema<unknown>): object {
  return schema._zod.def;
}

/**
 * Takes a schema apart. Every reader of schemas goes through here.
 *
 * @throws {TypeError} on anything that `schema.ts` does not make: better no
 * check at all than one that says less than the schema
 */
export function schemaNode(schema: Schema<unknown>): SchemaNode {
  const definition = definitionOf(schema) as unknown as Definition;
  const checks = (definition.checks ?? []).map((check) => check._zod.def);
  switch (definition.type) {
    case "object":
      return tableNode(definition, checks);
    case "array":
      return {
        is: "list",
        item: definition.element as Schema<unknown>,
        minItems: minItems(checks),
      };
    case "record":
      refuseChecks(checks);
      return {
        is: "map",
        key: definition.keyType as Schema<unknown>,
        value: definition.valueType as Schema<unknown>,
      };
    case "union":
      refuseChecks(checks);
      return unionNode(definition);
    case "enum":
      refuseChecks(checks);
      return {
        is: "words",
        words: wordsOf(Object.values(definition.entries as object)),
      };
    case "literal":
      refuseChecks(checks);
      return { is: "words", words: wordsOf(definition.values as unknown[]) };
    case "boolean":
      refuseChecks(checks);
      return { is: "flag" };
    case "number":
      return numberNode(definition, checks);
    case "string":
      if (definition.format !== undefined) {
        return unknownConstruct("a string format");
      }
      return { is: "text", checks: checks.map(textCheck) };
    default:
      return unknownConstruct(`\`${definition.type}\``);
  }
}

function tableNode(
  definition: Definition,
  checks: readonly Check[],
): SchemaNode {
  refuseChecks(checks);
  const catchall = definition.catchall as Schema<unknown> | undefined;
  if (catchall?._zod.def.type !== "never") {
    return unknownConstruct("a table that takes unknown fields");
  }
  const fields = new Map<string, FieldNode>();
  for (const [name, schema] of Object.entries(definition.shape as object)) {
    fields.set(name, fieldNode(schema));
  }
  return { is: "table", fields };
}

function fieldNode(schema: Schema<unknown>): FieldNode {
  const definition = definitionOf(schema) as unknown as Definition;
  if (definition.type !== "optional") return { schema, optional: false };
  if (!schema._zod.traits.has("$ZodExactOptional")) {
    return unknownConstruct("a field that may be undefined");
  }
  return { schema: definition.innerType as Schema<unknown>, optional: true };
}

function unionNode(definition: Definition): SchemaNode {
  const options = definition.options as readonly Schema<unknown>[];
  if (definition.discriminator === undefined) return { is: "either", options };
  if (definition.discriminator !== "kind") {
    return unknownConstruct("a discriminator other than `kind`");
  }
  const variants = new Map<string, Schema<unknown>>();
  for (const option of options) {
    const node = schemaNode(option);
    const kind = node.is === "table" ? node.fields.get("kind") : undefined;
    const words = kind && schemaNode(kind.schema);
    if (words?.is !== "words") {
      return unknownConstruct("a variant without `kind`");
    }
    for (const word of words.words) variants.set(word, option);
  }
  return { is: "variants", options: variants };
}

function numberNode(
  definition: Definition,
  checks: readonly Check[],
): SchemaNode {
  const { format } = definition;
  if (format !== undefined && format !== "safeint") {
    return unknownConstruct(`the number format \`${format}\``);
  }
  let min: number | undefined;
  let max: number | undefined;
  const inclusive = new Set<unknown>();
  for (const check of checks) {
    if (check.check === "greater_than") min = check.value as number;
    else if (check.check === "less_than") max = check.value as number;
    else return unknownConstruct(`the number check \`${check.check}\``);
    inclusive.add(check.inclusive);
  }
  if (inclusive.size > 1) return unknownConstruct("a half-open range");
  return {
    is: "number",
    whole: format === "safeint",
    ...min === undefined ? {} : { min },
    ...max === undefined ? {} : { max },
    open: inclusive.has(false),
  };
}

function textCheck(check: Check): TextCheck {
  switch (check.check) {
    case "min_length":
      return { is: "min-length", length: check.minimum as number };
    case "max_length":
      return { is: "max-length", length: check.maximum as number };
    case "custom":
      return {
        is: "predicate",
        accepts: check.fn as (text: string) => boolean,
      };
    case "string_format":
      if (check.format === "regex") {
        return patternCheck(check.pattern as RegExp);
      }
  }
  return unknownConstruct(
    `the string check \`${check.format ?? check.check}\``,
  );
}

function patternCheck(form: RegExp): TextCheck {
  // A regular expression with a memory answers differently the second time.
  if (form.global || form.sticky) {
    return unknownConstruct(`the flags of ${form}`);
  }
  return { is: "pattern", form };
}

function minItems(checks: readonly Check[]): number {
  let min = 0;
  for (const check of checks) {
    if (check.check !== "min_length") {
      return unknownConstruct(`the list check \`${check.check}\``);
    }
    min = check.minimum as number;
  }
  return min;
}

function wordsOf(values: readonly unknown[]): string[] {
  return values.map((value) =>
    typeof value === "string" ? value : unknownConstruct(`the word ${value}`)
  );
}

function refuseChecks(checks: readonly Check[]): void {
  if (checks.length > 0) unknownConstruct(`the check \`${checks[0].check}\``);
}

function unknownConstruct(what: string): never {
  throw new TypeError(`schema construct that no reader knows: ${what}`);
}
