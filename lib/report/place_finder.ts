import type { RelatedPlace, SourcePlace } from "../base/diagnostic.ts";
import type { FieldPath } from "../base/field_path.ts";

/** Finds where the fields of one document stand in its source text. */
export interface PlaceFinder {
  /**
   * The place of a field, of its name or of its value. Where the field itself
   * is not written (a missing one), the nearest place around it, with a label
   * that says so.
   */
  placeOf(path: FieldPath, at?: "key" | "value"): SourcePlace | undefined;
  /** Other places on the way, such as the import that brought the field. */
  relatedTo?(path: FieldPath): readonly RelatedPlace[];
}
