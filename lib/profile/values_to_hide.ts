import { SHARED_SESSION } from "../base/resolver_session.ts";
import { valueAt } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { takesReference, valuesIn } from "./secret_fields.ts";
import { catalogWords, hiddenStrings } from "./shown_words.ts";

/**
 * What somebody wrote in the place of a secret's name, or of its section: it may
 * be the secret itself, unless a fix says what of it was meant.
 *
 * @param document that the problems' paths lead into
 */
export function misplacedReferences(
  problems: readonly Problem[],
  document: unknown,
): string[] {
  return problems.filter(({ path, fixes }) => takesReference(path) && !fixes)
    .flatMap(({ path }) => valuesIn(valueAt(document, path)));
}

/**
 * The strings of unknown fields, which may hold anything.
 *
 * @param document that the problems' paths lead into
 * @param catalog whose references are shown
 */
export function unknownStrings(
  problems: readonly Problem[],
  document: unknown,
  catalog: Catalog,
): string[] {
  const known = SHARED_SESSION.once(catalogWords, catalog);
  return problems.flatMap(({ code, path }) =>
    code === "unknown-field"
      ? hiddenStrings(valueAt(document, path), known)
      : []
  );
}

/** The names of fields that are never shown. */
export function unshownNames(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ path, isUnnamed }) =>
    isUnnamed ? [String(path.at(-1))] : []
  );
}
