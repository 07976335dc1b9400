import { valueAt } from "../base/field_path.ts";
import { isObject } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { isShowableWord } from "../schema/explain/showable_word.ts";
import { takesReference, valuesIn } from "./secret_fields.ts";
import { catalogWords, hiddenStrings } from "./shown_words.ts";

/**
 * What somebody wrote in the place of a secret's name, or of its section: it may
 * be the secret itself.
 *
 * @param document that the problems' paths lead into
 */
export function misplacedReferences(
  problems: readonly Problem[],
  document: unknown,
): string[] {
  return problems.filter(({ path }) => takesReference(path))
    .flatMap(({ path }) => valuesIn(valueAt(document, path)));
}

/**
 * The strings of unknown fields, since nobody knows what they hold.
 *
 * @param document that the problems' paths lead into
 * @param catalog whose references are shown
 */
export function unknownStrings(
  problems: readonly Problem[],
  document: unknown,
  catalog: Catalog,
): string[] {
  const known = catalogWords(catalog);
  const found: string[] = [];
  // Many problems lead to one table.
  const looked = new Set<string>();
  for (const { code, path, at } of problems) {
    const place = JSON.stringify([at, path]);
    if (code !== "unknown-field" || looked.has(place)) continue;
    looked.add(place);
    const value = valueAt(document, path);
    const strings = at === "key"
      ? hiddenStrings(value, known)
      : unnamedStrings(value, known);
    for (const text of strings) found.push(text);
  }
  return found;
}

/** Where the name of a field is not shown, the path leads to what it is in. */
function unnamedStrings(value: unknown, known: ReadonlySet<string>): string[] {
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([name]) => !isShowableWord(name))
    .flatMap(([name, inside]) => [name, ...hiddenStrings(inside, known)]);
}
