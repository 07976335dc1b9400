import type { RelatedPlace, SourcePlace } from "../base/diagnostic.ts";
import type { FieldPath } from "../base/field_path.ts";

/**
 * Tells where a field of a document stands in the text it came from. Finders
 * are made only when there is something to say about a document.
 */
export interface PlaceFinder {
  /**
   * The place of a field: of its key or its value, as `at` says, else what
   * shows it best. For a field that is not there, the nearest section around
   * it, with a label that says so.
   */
  placeOf(path: FieldPath, at?: "key" | "value"): SourcePlace | undefined;
  /** Other places to show with it: the import that brought the field, if one did. */
  relatedTo?(path: FieldPath): readonly RelatedPlace[];
  /** The function that set a field which nobody wrote out, as `tools.policy`. */
  helperOf?(path: FieldPath): string | undefined;
}
