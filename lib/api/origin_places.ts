import type { RelatedPlace, SourcePlace } from "../base/diagnostic.ts";
import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { PlaceFinder } from "../document/place_finder.ts";
import type { Origin } from "../manifest/origin.ts";

/** Where in its source a value came from. */
export interface OriginPlace {
  /** The place of the field that the author wrote. */
  readonly source: SourcePlace;
  /** What it came through: the import that brought it, the helper that set it. */
  readonly related: readonly RelatedPlace[];
  /** The function that set it, as `tools.policy`, where nobody wrote it out: `source` is its call. */
  readonly helper?: string;
}

/**
 * The places of what the author wrote, by the printed path of the field of the
 * profile that an origin names.
 *
 * @param written the path that the author wrote for a path of the normal form
 */
export function originPlaces(
  origins: Readonly<Record<string, Origin>>,
  finder: PlaceFinder,
  written: (path: FieldPath) => FieldPath,
): Readonly<Record<string, OriginPlace>> {
  const places: Record<string, OriginPlace> = {};
  for (const origin of Object.values(origins)) {
    if (!("field" in origin)) continue;
    const name = printFieldPath(origin.field);
    const path = written(origin.field);
    const source = Object.hasOwn(places, name)
      ? undefined
      : finder.placeOf(path);
    if (source) {
      const helper = finder.helperOf?.(path);
      places[name] = {
        source,
        related: finder.relatedTo?.(path) ?? [],
        ...helper !== undefined && { helper },
      };
    }
  }
  return places;
}
