import type { Diagnostic } from "../base/diagnostic.ts";
import { locateProblems } from "./locate_problems.ts";
import type { Problem } from "../base/problem.ts";
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
  return locateProblems(
    problems,
    tomlPlaces(text, file),
    (name) => name === file ? text : undefined,
  );
}
