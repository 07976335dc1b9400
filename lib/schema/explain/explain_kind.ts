import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import { accepts } from "../accepts.ts";
import { fieldsOf, meaningOf, type SchemaNode } from "../schema_node.ts";
import { describeKind, describeSchema } from "./describe_schema.ts";
import { type Answer, type Explaining, problem } from "./explaining.ts";
import { isShowableName, isShowableWord } from "./showable_word.ts";
import { numberInText } from "./number_in_text.ts";
import { tableFor } from "./table_for.ts";

/** A value of another type than the node takes. */
export function explainKind(
  node: SchemaNode,
  value: unknown,
  path: FieldPath,
  explaining: Explaining,
): Problem {
  const { help, fix } = explaining.answers?.value?.(path, value) ??
    wayOut(node, value, path, explaining);
  return problem(
    "invalid-type",
    path,
    `${explaining.name(path)} must be ${describeSchema(node)}: it is ${
      describeKind(value)
    }`,
    help,
    fix,
  );
}

function wayOut(
  node: SchemaNode,
  value: unknown,
  path: FieldPath,
  { unit, name }: Explaining,
): Partial<Answer> {
  if (value === null) return { help: "leave the field out instead" };
  const table = tableFor(node, value);
  if (table && isShowable(table)) {
    return { fix: { replace: "value", put: table } };
  }
  if (isTable(node)) {
    const names = [...fieldsOf(node).keys()].join(", ");
    return { help: `fields of ${name(path)}: ${names}` };
  }
  if (node.is === "list" && typeof value !== "string") {
    return accepts(node.item, value) ? { help: "put it in a list" } : {};
  }
  if (typeof value === "string") return ofText(node, value, unit);
  if (value === false && typeof path.at(-1) === "number") {
    return {
      help:
        "leave the item out: `a and b` is false where `a` is, so add it with an `if`",
    };
  }
  if (!takesText(node)) return {};
  if (typeof value === "number") {
    return {
      help: "write it in quotes",
      fix: { replace: "value", put: String(value) },
    };
  }
  if (typeof value === "boolean") return { help: "write it in quotes" };
  // What `secrets.ref` and `secrets.env` return, in a field for a name.
  const isReference = typeof value === "object" && "kind" in value;
  return isReference && meaningOf(node) !== undefined
    ? { help: "write the name itself, as a string in quotes" }
    : {};
}

function ofText(
  node: SchemaNode,
  text: string,
  unit: Explaining["unit"],
): Partial<Answer> {
  const number = takes(node, "number") && numberInText(text, unit);
  if (number) {
    if (number.plain) {
      return {
        help: "write the number without quotes",
        fix: { replace: "value", put: number.value },
      };
    }
    if (number.share === undefined) {
      return {
        help: `write the number itself: \`${number.value}\``,
        fix: { replace: "value", put: number.value },
      };
    }
    if (takesRatio(node)) {
      return {
        help:
          `for a part of the context window write \`{ ratio = ${number.share} }\``,
        fix: { replace: "value", put: { ratio: number.share } },
      };
    }
    return node.is === "number" && !node.whole
      ? {
        help: `write it as a ratio: \`${number.share}\``,
        fix: { replace: "value", put: number.share },
      }
      : { help: "write the whole number that is meant, without quotes" };
  }
  if (node.is === "flag") {
    const flag = FLAGS.get(text.toLowerCase());
    return flag === undefined ? {} : {
      help: /^(?:true|false)$/.test(text)
        ? "write it without quotes"
        : `write \`${flag}\`, without quotes`,
      fix: { replace: "value", put: flag },
    };
  }
  if (node.is === "list" && takesText(node.item)) {
    return {
      ...!isShowableWord(text) && { help: "put it in a list" },
      ...isShowable(text) && { fix: { replace: "value", put: [text] } },
    };
  }
  return {};
}

/** Whether a fix may repeat what somebody wrote: any string could be a secret. */
function isShowable(value: unknown): boolean {
  return typeof value === "object" && value !== null
    ? Object.values(value).every(isShowable)
    : typeof value !== "string" || isShowableName(value.replaceAll("*", ""));
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["false", false],
  ["no", false],
  ["off", false],
]);

function takes(node: SchemaNode, is: SchemaNode["is"]): boolean {
  return node.is === is ||
    node.is === "either" && node.options.some((option) => takes(option, is));
}

function isTable(node: SchemaNode): boolean {
  return node.is === "table" || node.is === "variants";
}

function takesText(node: SchemaNode): boolean {
  return node.is === "text" || node.is === "words";
}

function takesRatio(node: SchemaNode): boolean {
  return node.is === "either" &&
    node.options.some((option) =>
      option.is === "table" && option.fields.has("ratio")
    );
}
