import type { FieldPath } from "../base/field_path.ts";
import type { AnyField } from "./field.ts";
import { fieldsOf, type SchemaNode } from "./schema_node.ts";

/** A field, and where it stands below a node. */
export interface PlacedField {
  readonly path: FieldPath;
  /** What it takes. */
  readonly node: SchemaNode;
  /** Its row of the table. */
  readonly field: AnyField;
}

/** The table never changes, and several ask for all of it in one start. */
const listed = new WeakMap<SchemaNode, readonly PlacedField[]>();

/** Every field below a node, but those in lists, in the order of printing. */
export function fieldPaths(node: SchemaNode): readonly PlacedField[] {
  const known = listed.get(node);
  if (known) return known;
  const found: PlacedField[] = [];
  addFields(node, [], found);
  listed.set(node, found);
  return found;
}

function addFields(
  node: SchemaNode,
  path: FieldPath,
  found: PlacedField[],
): void {
  for (const [name, placed] of fieldsOf(node)) {
    const inner = [...path, name];
    found.push({ path: inner, node: placed.node, field: placed.field });
    addFields(placed.node, inner, found);
  }
}

/** What belongs at a path below a node; nothing where no field is. */
export function nodeAt(
  node: SchemaNode,
  path: FieldPath,
): SchemaNode | undefined {
  let here: SchemaNode | undefined = node;
  for (const part of path) {
    if (here === undefined) return undefined;
    if (here.is === "list") here = here.item;
    else if (here.is === "map") here = here.value;
    else here = fieldsOf(here).get(String(part))?.node;
  }
  return here;
}

/** Whether a model section belongs here. */
export function takesModel(node: SchemaNode): boolean {
  return node.is === "table" && node.model ||
    node.is === "either" && node.options.some(takesModel);
}
