import type { FieldPath } from "../../base/field_path.ts";
import { EFFORT_ORDER } from "../../schema/effort_order.ts";
import type { ChangeMeaning } from "../../schema/field.ts";
import { MANIFEST } from "../../schema/field_table.ts";
import {
  type FieldNode,
  fieldsOf,
  type SchemaNode,
} from "../../schema/schema_node.ts";
import type { ChangeClass } from "./manifest_change.ts";
import type { Difference } from "./differences.ts";

/**
 * The class of a difference that gives and takes no authority: what the field
 * table says of the field. More of a cost costs more; less of it is nothing
 * that anybody has to agree to.
 */
export function fieldClass(difference: Difference): ChangeClass {
  switch (meaningOf(difference.path)) {
    case "cost":
      return isMore(difference) ? "cost" : "other";
    case "model":
      return "model";
    case "instruction":
      return "instruction";
    default:
      return "other";
  }
}

/** What the table says of a field, or of the nearest one that it is a part of. */
function meaningOf(path: FieldPath): ChangeMeaning | undefined {
  let node: SchemaNode | undefined = MANIFEST;
  let meaning: ChangeMeaning | undefined;
  for (const name of path) {
    const found: FieldNode | undefined = node &&
      fieldsOf(node).get(String(name));
    meaning = found?.field.change ?? meaning;
    node = found?.node;
  }
  // A section that only one manifest has means what its fields mean.
  return meaning ?? (node && firstMeaning(node));
}

function firstMeaning(section: SchemaNode): ChangeMeaning | undefined {
  const fields = [...fieldsOf(section).values()];
  return fields.find(({ field }) => field.change)?.field.change;
}

/** Fields whose default is a limit, so that setting one may raise it. */
const SET_IS_MORE = new Set(["worker.reasoning", "worker.max_tokens"]);

/** Whether the second value is a bigger window, budget or limit. */
function isMore({ path, before, after }: Difference): boolean {
  // What limits nothing is more than any limit: compaction that is off, too.
  if (after === undefined) return !SET_IS_MORE.has(path.join("."));
  if (before === undefined) return SET_IS_MORE.has(path.join("."));
  // A label and a number cannot be compared: taken for more.
  if (typeof before !== typeof after) return true;
  return amountOf(after) > amountOf(before);
}

/** Efforts from the least to the most. */
const EFFORTS = ["none", ...EFFORT_ORDER];

function amountOf(value: unknown): number {
  // A budget of -1: as much as the model wants.
  if (typeof value === "number") return value === -1 ? Infinity : value;
  return EFFORTS.indexOf(String(value));
}
