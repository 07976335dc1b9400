/** Where skills are looked for. */
export interface Skills {
  /** Absolute in a manifest; relative to the file that says it elsewhere. */
  readonly directories: readonly string[];
}
