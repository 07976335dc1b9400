import { type Catalog, refOf } from "../catalog/catalog.ts";
import { lazy } from "../base/lazy.ts";
import { fieldPaths } from "../schema/field_paths.ts";
import { MANIFEST, PROFILE } from "../schema/field_table.ts";
import type { SchemaNode } from "../schema/schema_node.ts";
import { isPromptReference } from "../schema/text_forms.ts";
import { isReference } from "./secret_fields.ts";

/**
 * Whether a text says nothing that could be a secret: the name of a field, a
 * word that any field takes, a reference to a prompt.
 */
export function isShownWord(text: string): boolean {
  return knownWords().has(text) || isPromptReference(text);
}

/** Names and references of a catalog, which are no secrets. */
export function catalogWords(
  { providers, models }: Catalog,
): ReadonlySet<string> {
  return new Set([
    ...providers.map(({ id }) => id),
    ...models.flatMap((model) => [model.id, refOf(model)]),
  ]);
}

/**
 * The strings in the value of an unknown field, which may be anything: all but
 * what {@linkcode isShownWord} knows. Numbers and references to secrets are shown.
 *
 * @param known further words that are shown
 */
export function hiddenStrings(
  value: unknown,
  known: ReadonlySet<string>,
): string[] {
  if (typeof value === "string") {
    return isShownWord(value) || known.has(value) ? [] : [value];
  }
  if (typeof value !== "object" || value === null || isReference(value)) {
    return [];
  }
  return Object.values(value).flatMap((item) => hiddenStrings(item, known));
}

const knownWords = lazy((): ReadonlySet<string> => {
  const known = new Set<string>(["$schema"]);
  for (const table of [PROFILE, MANIFEST]) {
    for (const { path, node } of fieldPaths(table)) {
      known.add(String(path.at(-1)));
      for (const word of wordsOf(node)) known.add(word);
    }
  }
  return known;
});

function wordsOf(node: SchemaNode): readonly string[] {
  switch (node.is) {
    case "words":
      return node.words;
    case "either":
      return node.options.flatMap(wordsOf);
    case "variants":
      return [...node.options.keys()];
    case "list":
      return [
        ...wordsOf(node.item),
        ...fieldPaths(node.item).flatMap(({ path, node }) => [
          String(path.at(-1)),
          ...wordsOf(node),
        ]),
      ];
    case "map":
      return wordsOf(node.value);
    default:
      return [];
  }
}
