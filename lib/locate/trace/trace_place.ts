/** A stretch of a source, in bytes, and the line it begins on (from 1). */
export interface ByteRange {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Where a field is written: its key, and its value (only its first line). */
export interface FieldRanges {
  /** The key; for an item of a list, its first token. */
  readonly key: ByteRange;
  readonly value: ByteRange;
}

/**
 * What an id in an instrumented source stands for. Ranges become lines and
 * columns only for the few places that are shown.
 */
export type TracePlace =
  /** A table constructor, with the fields whose keys can be read off the source. */
  | {
    readonly kind: "table";
    readonly chunk: string;
    readonly brace: ByteRange;
    /** By Lua key: a string, or a position from 1. */
    readonly fields: ReadonlyMap<string | number, FieldRanges>;
  }
  /** An assignment to a field. */
  | {
    readonly kind: "field";
    readonly chunk: string;
    readonly field: FieldRanges;
    /** Whether the key is computed, so that the source does not show it there. */
    readonly computed?: boolean;
    /** Whether the value is written out there. */
    readonly written?: boolean;
  };
