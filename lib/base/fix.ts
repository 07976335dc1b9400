import type { JsonValue } from "./json.ts";
import type { SourceEdit } from "./source_edit.ts";

/**
 * One way to put a problem right. Plain data: renderers word it, programs apply
 * it.
 */
export interface Fix {
  /** What is replaced: the name of a field, or its value. */
  readonly replace?: "key" | "value";
  /** The right name of the field, or the right value as data. */
  readonly put?: JsonValue;
  /** `put` is an expression of Lua, which no other language can say. */
  readonly isLua?: true;
  /** The help already names it, so that no "did you mean" is added. */
  readonly isTold?: true;
  /**
   * What to put where. Left out where nothing can be put there for sure: the
   * place is not known, or holds no plain name or value (a variable, a call).
   */
  readonly edits?: readonly SourceEdit[];
}

/** A fix of a field, before it is known where and in which language that is written. */
export type FieldFix =
  & Omit<Fix, "edits">
  & Required<Pick<Fix, "replace" | "put">>;
