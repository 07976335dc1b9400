/** Where the value of one field was written. */
export type FieldMark = PlainMark & {
  /** Where its key was written first: as the key or as the value of a field. */
  readonly key_at?: FieldMark;
  readonly key_side?: "key" | "value";
  /** Where its value was written first. */
  readonly value_at?: FieldMark;
  /** The calls that led to an assignment with a computed key, innermost first. */
  readonly calls?: readonly MarkedCall[];
  /** The same of an assignment whose value was a variable. */
  readonly value_calls?: readonly MarkedCall[];
};

/** A line of a profile's own code that called what went on. */
export interface MarkedCall {
  readonly chunk: string;
  readonly line: number;
}

type PlainMark =
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
