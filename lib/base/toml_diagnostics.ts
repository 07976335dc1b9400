import type { Diagnostic, SourcePlace } from "./diagnostic.ts";
import { type FieldPath, printFieldPath } from "./field_path.ts";
import type { Problem } from "./problem.ts";

/**
 * Gives problems of a TOML document their places in it. A field that is not
 * written, such as a missing one, is shown at what should hold it.
 *
 * @param text the document
 * @param file its path, for the places
 */
export async function tomlDiagnostics(
  problems: readonly Problem[],
  text: string,
  file: string,
): Promise<Diagnostic[]> {
  const { tomlPlaces } = await import("./toml_places.ts");
  const placeOf = tomlPlaces(text);
  const nearest = (path: FieldPath, at?: "key" | "value"): SourcePlace => {
    for (let length = path.length; length > 0; length--) {
      const part = path.slice(0, length);
      const found = placeOf(
        part,
        length === path.length ? at : "key",
      );
      if (found) return { file, ...found };
    }
    return { file, line: 1, column: 1, length: 0 };
  };
  return problems.map(({ path, at, ...problem }) => ({
    ...problem,
    ...path.length > 0 ? { path: printFieldPath(path) } : {},
    source: nearest(path, at),
  }));
}
