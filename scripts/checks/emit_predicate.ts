import type { Schema } from "../../lib/schema/schema.ts";
import {
  definitionOf,
  type SchemaNode,
  schemaNode,
  type TextCheck,
} from "../../lib/schema/schema_node.ts";

/** A predicate to generate. */
export interface PredicateTarget {
  /** `isPodManifest` */
  readonly name: string;
  /** `PodManifest` */
  readonly type: string;
  /** The module that exports the type, as the generated one imports it. */
  readonly typeFrom: string;
  readonly schema: Schema<unknown>;
  /** Where each function that schemas name is imported from. */
  moduleOf(accepts: (text: string) => boolean): string | undefined;
}

type Path = readonly string[];
type NodeOf<K extends SchemaNode["is"]> = Extract<SchemaNode, { is: K }>;

/** Functions that generated modules bring along when they use them. */
const HELPERS = {
  isTable: `
function isTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}`,
  isMap: `
function isMap(
  value: unknown,
  isKey: (key: unknown) => boolean,
  isItem: (item: unknown) => boolean,
): boolean {
  return isTable(value) &&
    Object.keys(value).every((key) =>
      key !== "__proto__" && isKey(key) && isItem(value[key])
    );
}`,
  isList: `
function isList(
  value: unknown,
  minItems: number,
  isItem: (item: unknown) => boolean,
): boolean {
  if (!Array.isArray(value) || value.length < minItems) return false;
  // Not \`every\`, which passes over holes.
  for (let index = 0; index < value.length; index++) {
    if (!isItem(value[index])) return false;
  }
  return true;
}`,
} as const;

/**
 * The source text of a module that exports a predicate for a schema: the same
 * answers without loading zod. It looks at own fields only.
 *
 * @returns TypeScript, not formatted yet
 * @throws {TypeError} on a construct or a function that it does not know
 */
export function emitPredicate(target: PredicateTarget): string {
  const functions = new Map<string, string>();
  const namesOf = new Map<object, string>();
  const imports = new Map<string, Set<string>>();
  const helpers = new Set<keyof typeof HELPERS>();

  /** An expression that tells whether `value` is right. */
  function test(schema: Schema<unknown>, value: string, path: Path): string {
    const node = schemaNode(schema);
    switch (node.is) {
      case "table":
      case "variants":
        return `${functionFor(schema, path)}(${value})`;
      case "list":
        helpers.add("isList");
        return `isList(${value}, ${node.minItems}, ${
          functionFor(node.item, [...path, "item"])
        })`;
      case "map":
        helpers.add("isTable").add("isMap");
        return `isMap(${value}, ${functionFor(node.key, [...path, "key"])}, ${
          functionFor(node.value, [...path, "item"])
        })`;
      case "either":
        return node.options
          .map((option) => test(option, value, path)).join(" || ");
      case "words":
        return node.words
          .map((word) => `${value} === ${JSON.stringify(word)}`).join(" || ");
      case "flag":
        return `typeof ${value} === "boolean"`;
      case "number":
        return testNumber(node, value);
      case "text":
        return [
          `typeof ${value} === "string"`,
          ...node.checks.map((check) => testText(check, value)),
        ].join(" && ");
    }
  }

  function testText(check: TextCheck, value: string): string {
    switch (check.is) {
      case "min-length":
        return `${value}.length >= ${check.length}`;
      case "max-length":
        return `${value}.length <= ${check.length}`;
      case "pattern":
        return `${check.form}.test(${value})`;
      case "predicate":
        return `${importOf(check.accepts)}(${value})`;
    }
  }

  function importOf(accepts: (text: string) => boolean): string {
    const module = target.moduleOf(accepts);
    if (module === undefined) {
      throw new TypeError(
        `\`${accepts.name}\` is used by a schema but not listed with its module`,
      );
    }
    const names = imports.get(module) ?? new Set();
    imports.set(module, names.add(accepts.name));
    return accepts.name;
  }

  /** The name of the function for a schema, written on first use. */
  function functionFor(schema: Schema<unknown>, path: Path): string {
    const definition = definitionOf(schema);
    const known = namesOf.get(definition);
    if (known !== undefined) return known;
    const name = freeName(path);
    namesOf.set(definition, name);
    functions.set(name, "");
    functions.set(
      name,
      `function ${name}(value: unknown): boolean {
        ${body(schema, path)}
      }`,
    );
    return name;
  }

  function freeName(path: Path): string {
    const words = path.flatMap((part) => part.split("_"))
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    const name = `is${words.join("") || "Document"}`;
    for (let count = 1;; count++) {
      const numbered = count === 1 ? name : `${name}${count}`;
      if (!functions.has(numbered) && numbered !== target.name) return numbered;
    }
  }

  function body(schema: Schema<unknown>, path: Path): string {
    const node = schemaNode(schema);
    if (node.is === "table") return tableBody(node, path);
    if (node.is === "variants") return variantsBody(node, path);
    return `return ${test(schema, "value", path)};`;
  }

  function tableBody(node: NodeOf<"table">, path: Path): string {
    helpers.add("isTable");
    const required = [...node.fields]
      .filter(([, { optional }]) => !optional)
      .map(([key]) => `Object.hasOwn(value, ${JSON.stringify(key)})`);
    const cases = [...node.fields].map(([key, { schema }]) =>
      `case ${JSON.stringify(key)}:
        if (!(${test(schema, "field", [...path, key])})) return false;
        break;`
    );
    // In one function, which is compiled and warmed as one.
    return `if (!isTable(value)) return false;
      for (const key of Object.keys(value)) {
        const field = value[key];
        switch (key) {
          ${cases.join("\n")}
          default:
            return false;
        }
      }
      return ${required.join(" && ") || "true"};`;
  }

  function variantsBody(node: NodeOf<"variants">, path: Path): string {
    helpers.add("isTable");
    const cases = [...node.options].map(([kind, option]) =>
      `case ${JSON.stringify(kind)}:
        return ${test(option, "value", [...path, kind])};`
    );
    return `switch (isTable(value) && value.kind) {
        ${cases.join("\n")}
        default:
          return false;
      }`;
  }

  const whole = functionFor(target.schema, []);
  const importLines = [...imports]
    .sort(([a], [b]) => a < b ? -1 : 1)
    .map(([module, names]) =>
      `import { ${[...names].sort().join(", ")} } from "${module}";`
    );
  return `// Written by scripts/generate_checks.ts from the schema; not to be edited.
${importLines.join("\n")}
import type { ${target.type} } from "${target.typeFrom}";

/**
 * Whether a value is a {@linkcode ${target.type}}: what its schema says, without
 * loading zod. Looks at own fields only.
 */
export function ${target.name}(value: unknown): value is ${target.type} {
  return ${whole}(value);
}

${[...functions.values()].join("\n\n")}

${[...helpers].map((name) => HELPERS[name].trim()).join("\n\n")}
`;
}

function testNumber(node: NodeOf<"number">, value: string): string {
  const { whole, min, max, open } = node;
  return [
    `typeof ${value} === "number"`,
    `Number.${whole ? "isSafeInteger" : "isFinite"}(${value})`,
    ...min === undefined ? [] : [`${value} ${open ? ">" : ">="} ${min}`],
    ...max === undefined ? [] : [`${value} ${open ? "<" : "<="} ${max}`],
  ].join(" && ");
}
