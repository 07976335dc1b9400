import type { SourcePlace } from "./diagnostic.ts";
import type { JsonValue } from "./json.ts";

/**
 * One way to put a problem right: something to put instead of what is there.
 * Plain data: renderers word it, programs apply it.
 */
export interface Fix {
  /** What is replaced: the name of a field, or its value. */
  readonly replace: "key" | "value";
  /** The right name of the field, or the right value as data. */
  readonly put: JsonValue;
  /** Where it stands; left out where that is not known for sure. */
  readonly source?: SourcePlace;
  /**
   * `put` in the language of the source, to take the place of exactly the text
   * at `source`. Left out: that text is not a plain name or value (a variable,
   * a call).
   */
  readonly text?: string;
}
