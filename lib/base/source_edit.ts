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
