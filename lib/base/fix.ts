import type { JsonValue } from "./json.ts";
import type { SourceEdit } from "./source_edit.ts";

/**
 * One way to put a problem right. Plain data: renderers word it, programs apply
 * it.
 */
export interface Fix {
  /** The right name or value, to ask whether it is meant; left out where the help says it. */
  readonly put?: JsonValue;
  /**
   * What to put where. Left out where nothing can be put there for sure: the
   * place is not known, or holds no plain name or value (a variable, a call).
   */
  readonly edits?: readonly SourceEdit[];
}

/** The same of a field whose place is not looked up yet, in whatever language it is written. */
export interface FieldFix {
  /** What is replaced: the name of the field, or its value. */
  readonly replace: "key" | "value";
  /** The right name of the field, or the right value as data. */
  readonly put: JsonValue;
  /** `put` is an expression of Lua, which no other language can say. */
  readonly isLua?: true;
  /** The problem's help says it in words of its own. */
  readonly isTold?: true;
}
