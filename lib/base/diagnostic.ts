import type { DiagnosticCode } from "./diagnostic_codes.ts";
import type { Fix } from "./fix.ts";

/** How serious a diagnostic is. Only an `error` stops the work. */
export type Severity = "error" | "warning" | "note";

/** A place in a text that a person can open. */
export interface SourcePlace {
  /** Path as it should be shown, or `<stdin>`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** Code units to underline; 0 where only the line is known. */
  readonly length: number;
  /** What stands there could be a secret: the excerpt leaves it out. */
  readonly isHidden?: true;
  /** What is at the place when it is not the thing itself ("the profile returns here"). */
  readonly label?: string;
  /**
   * The text of the line, with every secret in it masked; of a very long line
   * the part around the place.
   */
  readonly excerpt?: string;
  /** The column of the excerpt's first character; left out: 1. */
  readonly excerptColumn?: number;
}

/** Another place that helps to understand a diagnostic. */
export interface RelatedPlace {
  /** What is there, in a few words. */
  readonly message: string;
  /** Left out: there is nothing to open. */
  readonly source?: SourcePlace;
}

/**
 * One problem or remark, wherever it arises. Plain data: it can be printed for
 * a person or a program and never holds the value of a secret.
 */
export interface Diagnostic {
  /** Stable, kebab-case, listed in `docs/errors.md`. */
  readonly code: DiagnosticCode;
  /** Only an `error` stops the work. */
  readonly severity: Severity;
  /** What could not be done, the subject quoted, a colon, what is, what was wanted. */
  readonly message: string;
  /** The field it is about, as `compaction.threshold`. */
  readonly path?: string;
  /** Left out: no text is at fault, or its place is not known. */
  readonly source?: SourcePlace;
  /** The next step, where it is more than its fixes say. */
  readonly help?: string;
  /** Ways to put it right, the likeliest first; `check --fix` makes the changes of a single one. */
  readonly fixes?: readonly Fix[];
  /** Other places, such as the chain of requires. */
  readonly related?: readonly RelatedPlace[];
}
