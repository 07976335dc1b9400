import { accepts } from "./accepts.ts";
import type { FieldNode, SchemaNode } from "./schema_node.ts";

/**
 * A value that a field takes, for people: the row's own example, else its
 * default, else what its type shows.
 *
 * @param form whose example is asked for
 */
export function exampleOf(
  { node, field }: FieldNode,
  form: "output" | "input",
): unknown {
  const said = form === "input"
    ? [field.inputExample, field.example, field.default]
    : [field.example, field.default];
  return said.find((value) => value !== undefined && accepts(node, value)) ??
    shown(node, form);
}

/** What a type shows: its first word, its least number, every field it needs. */
function shown(node: SchemaNode, form: "output" | "input"): unknown {
  switch (node.is) {
    case "table": {
      const needed = [...node.fields].filter(([, { optional }]) => !optional);
      // A table that needs nothing shows what may stand in it.
      return Object.fromEntries(
        (needed.length > 0 ? needed : [...node.fields].slice(0, 1))
          .map(([name, field]) => [name, exampleOf(field, form)]),
      );
    }
    case "variants":
      return shown([...node.options.values()][0]!, form);
    case "list":
      return [shown(node.item, form)];
    case "map":
      return {};
    case "either":
      return shown(node.options[0]!, form);
    case "words":
      return node.words[0];
    case "flag":
      return true;
    case "number":
      return node.min ?? 0;
    case "text":
      return "text";
  }
}
