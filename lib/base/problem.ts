import type { RelatedPlace, Severity } from "./diagnostic.ts";
import type { DiagnosticCode } from "./diagnostic_codes.ts";
import type { FieldPath } from "./field_path.ts";

/**
 * A diagnostic whose place is not looked up yet: what rules and validators
 * return. They know the field; where that field stands in a source text is
 * found only when there is something to say.
 */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  /** The field in the document that was read (a profile, a manifest file). */
  readonly path: FieldPath;
  /** Point at the field's name rather than at its value. */
  readonly at?: "key" | "value";
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
}
