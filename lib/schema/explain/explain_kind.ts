import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import type { SchemaNode } from "../schema_node.ts";
import { describeKind, describeSchema } from "./describe_schema.ts";
import { type Explaining, problem } from "./explaining.ts";

/** A value of another type than the node takes. */
export function explainKind(
  node: SchemaNode,
  value: unknown,
  path: FieldPath,
  explaining: Explaining,
): Problem {
  return problem(
    "invalid-type",
    path,
    `${explaining.name(path)} must be ${describeSchema(node)}: it is ${
      describeKind(value)
    }`,
    wayOut(node, value),
  );
}

function wayOut(node: SchemaNode, value: unknown): string | undefined {
  if (value === null) return "leave the field out instead";
  const { is } = node;
  if (typeof value === "string") {
    if (is === "number" && /^-?\d+(?:\.\d+)?$/.test(value)) {
      return "write the number without quotes";
    }
    if (is === "flag" && /^(?:true|false)$/.test(value)) {
      return "write it without quotes";
    }
    if (is === "list") return "put it in a list";
  }
  if (
    is === "text" && (typeof value === "number" || typeof value === "boolean")
  ) {
    return "write it in quotes";
  }
  return undefined;
}
