/** Where the value of one field was written. */
export type FieldMark =
  /** By the assignment with this id in an instrumented source. */
  | { readonly id: number }
  /** As this field (a Lua key: arrays count from 1) of the constructor with this id. */
  | { readonly id: number; readonly key: string | number }
  /** By the call of a host function on this line. */
  | { readonly chunk: string; readonly line: number };

/** Where a table of the result and its fields were written; mirrors the result. */
export interface MarkTree {
  /** Id of the constructor the table came from, in an instrumented source. */
  readonly made?: number;
  /** Fields set after the table was made, by object key or array index (from 0). */
  readonly fields: ReadonlyMap<string | number, FieldMark>;
  /** The tables in it, by object key or array index (from 0). */
  readonly children: ReadonlyMap<string | number, MarkTree>;
}
