import type { Diagnostic } from "./diagnostic.ts";
import { printFieldPath } from "./field_path.ts";
import type { Problem } from "./problem.ts";
import { tomlPlaces } from "./toml_places.ts";

/**
 * Gives the problems of a TOML document their places in it.
 *
 * @param text the document
 * @param file its path, for the places
 */
export function tomlDiagnostics(
  problems: readonly Problem[],
  text: string,
  file: string,
): Diagnostic[] {
  const places = tomlPlaces(text, file);
  return problems.map(({ path, at, ...problem }) => {
    const source = places.placeOf(path, at);
    return {
      ...problem,
      ...path.length > 0 && { path: printFieldPath(path) },
      ...source && { source },
    };
  });
}
