import type { Diagnostic } from "../base/diagnostic.ts";
import type { DiagnosticCode } from "../base/diagnostic_codes.ts";
import type { TomlSyntaxError } from "./parse_toml.ts";

/**
 * Says that a file cannot be read as TOML.
 *
 * @param what it is: `the registry`
 */
export function tomlSyntax(
  code: DiagnosticCode,
  what: string,
  file: string,
  { message, line, column, length = 1, help, edits }: TomlSyntaxError,
): Diagnostic {
  return {
    code,
    severity: "error",
    message: `cannot read ${what}: ${message}`,
    source: { file, line, column, length },
    ...help !== undefined && { help },
    ...edits && {
      fixes: [{ edits: edits.map((edit) => ({ file, ...edit })) }],
    },
  };
}
