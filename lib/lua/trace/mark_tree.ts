/**
 * What a traced evaluation tells of its result: the tables in it, the result
 * itself first. A list rather than a tree, so that depth and shared tables are
 * no trouble.
 *
 * Ids are those that `instrument` wrote into the sources. Keys are Lua's:
 * names, and positions from 1.
 */
export type MarkTree = readonly TableMarks[];

/** Where one table of the result, and its fields, came from. */
export interface TableMarks {
  /** The id of the constructor that made the table, in the user's sources. */
  readonly made?: number;
  /** Only the fields that hold a table or of which more is known. */
  readonly fields?: readonly FieldMark[];
}

/** Where one field came from: at most one of `assigned`, `from` and `line` is there. */
export interface FieldMark {
  readonly key: string | number;
  /** The index in the list of the table that is the field's value. */
  readonly table?: number;
  /** The id of the assignment that set it. */
  readonly assigned?: number;
  /** It was copied by a host module from this field of another table. */
  readonly from?: { readonly made: number; readonly key: string | number };
  /** It was set by a host module that was called here. */
  readonly line?: { readonly chunk: string; readonly line: number };
}
