import type { DiagnosticCode } from "../../base/diagnostic_codes.ts";
import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import type { SchemaNode } from "../schema_node.ts";

/** A document while it is being explained. */
export interface Explaining {
  readonly root: SchemaNode;
  /** How a field is named in messages, in backticks. */
  name(path: FieldPath): string;
}

/** An error about a field. */
export function problem(
  code: DiagnosticCode,
  path: FieldPath,
  message: string,
  help?: string,
): Problem {
  const found = { code, severity: "error", message, path } as const;
  return help === undefined ? found : { ...found, help };
}
