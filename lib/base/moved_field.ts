import { beginsWith, type FieldPath } from "./field_path.ts";

/** A field of the normal form of a document that its author wrote elsewhere. */
export interface MovedField {
  readonly to: FieldPath;
  readonly from: FieldPath;
}

/** The path that the author wrote for a path of the normal form. */
export function writtenPath(
  path: FieldPath,
  moved: readonly MovedField[],
): FieldPath {
  const field = moved.find(({ to }) => beginsWith(path, to));
  return field ? [...field.from, ...path.slice(field.to.length)] : path;
}
