import type { DiagnosticCode } from "../../base/diagnostic_codes.ts";
import type { FieldPath } from "../../base/field_path.ts";
import type { FieldFix } from "../../base/fix.ts";
import type { Problem } from "../../base/problem.ts";
import type { Unit } from "../field.ts";
import type { SchemaNode } from "../schema_node.ts";

/** A document while it is being explained. */
export interface Explaining {
  readonly root: SchemaNode;
  /** How a field is named in messages, in backticks. */
  name(path: FieldPath): string;
  /** What is answered to a word that is no field, or to a value in a wrong place. */
  readonly answers?: Answers | undefined;
  /** What the number at hand counts. */
  readonly unit?: Unit | undefined;
}

/** The way out of a mistake that people often make. */
export interface Answer {
  readonly help: string;
  /** The same as data. */
  readonly fix?: Omit<FieldFix, "isTold">;
  /** The field of that table which says the same in another way. */
  readonly standsFor?: string;
}

/** What a document answers to words that people bring from elsewhere. */
export interface Answers {
  /** To a field that its table does not have. */
  field?(path: FieldPath): Answer | undefined;
  /** To a value of the wrong type. */
  value?(path: FieldPath, value: unknown): Answer | undefined;
}

/** An error about a field; one about its value points at that. */
export function problem(
  code: DiagnosticCode,
  path: FieldPath,
  message: string,
  help?: string,
  fix?: Answer["fix"],
): Problem {
  const found = { code, severity: "error", message, path } as const;
  const isOfValue = code === "invalid-type" || code === "invalid-value";
  return {
    ...found,
    ...isOfValue && { at: "value" },
    ...help !== undefined && { help },
    ...fix !== undefined && {
      fixes: [help === undefined ? fix : { ...fix, isTold: true }],
    },
  };
}
