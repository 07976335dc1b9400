import type { RelatedPlace, Severity } from "./diagnostic.ts";
import type { DiagnosticCode } from "./diagnostic_codes.ts";
import type { FieldPath } from "./field_path.ts";
import type { FieldFix } from "./fix.ts";

/**
 * A diagnostic whose place is not looked up yet: what rules and validators
 * return. They know the field; where that field stands in a source text is
 * found only when there is something to say.
 */
export interface Problem {
  /** As in {@linkcode Diagnostic}. */
  readonly code: DiagnosticCode;
  /** Only an `error` stops the work. */
  readonly severity: Severity;
  /** What could not be done, the subject quoted, a colon, what is, what was wanted. */
  readonly message: string;
  /** The field in the document that was read (a profile, a manifest file). */
  readonly path: FieldPath;
  /** The last name of the path could be a secret: nothing that is shown repeats it. */
  readonly isUnnamed?: true;
  /** Point at the field's name rather than at its value. */
  readonly at?: "key" | "value";
  /** The next step. */
  readonly help?: string;
  /** Ways to put it right, the likeliest first; a single one is what was meant. */
  readonly fixes?: readonly FieldFix[];
  /** Other places that help to understand it. */
  readonly related?: readonly RelatedPlace[];
}
