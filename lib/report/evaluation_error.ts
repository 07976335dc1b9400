import { ProfileError } from "../base/profile_error.ts";
import { LuaFailure } from "../lua/lua_failure.ts";
import type { LuaProgram } from "../lua/source.ts";
import { programTexts } from "./document_places.ts";
import { withExcerpts } from "./excerpts.ts";
import { failureDiagnostic, printDiagnostics } from "./lua_diagnostics.ts";

/**
 * The error of a program that gave no data, with what it printed before. An
 * error that is not the program's own comes back as it is: a bug stays one.
 */
export function evaluationError(error: unknown, program: LuaProgram): unknown {
  if (!(error instanceof LuaFailure)) return error;
  return new ProfileError(withExcerpts([
    ...printDiagnostics(error, program),
    failureDiagnostic(error, program),
  ], programTexts(program)));
}
