import type { JsonValue } from "./json.ts";

/**
 * A change that mends a problem for sure and that its help says in words,
 * whatever language the field is written in.
 */
export type Mend =
  /** The field's name is to be this one. */
  | { readonly kind: "rename"; readonly to: string }
  /** This is to stand in place of the field's value, which is a literal. */
  | { readonly kind: "value"; readonly to: JsonValue }
  /** The same in Lua text, where the source is Lua. */
  | { readonly kind: "lua"; readonly to: string };

/** A change of a text: what is to stand in place of a part of one line. */
export interface SourceEdit {
  /** As in `SourcePlace`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** Code units that are replaced; 0 to insert. */
  readonly length: number;
  /** What is to stand there; it may hold line ends. */
  readonly text: string;
}
