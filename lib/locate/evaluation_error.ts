import type { Diagnostic } from "../base/diagnostic.ts";
import { ProfileError } from "../base/profile_error.ts";
import type { PlaceFinder } from "../document/place_finder.ts";
import type { EvaluateOptions, Run } from "../lua/evaluation.ts";
import { LuaFailure } from "../lua/lua_failure.ts";
import { type LuaProgram, sourcesOf } from "../source/lua_program.ts";
import { luaPlaces } from "./trace/lua_places.ts";
import { tracePlaces } from "./trace/trace_places.ts";
import { programTexts } from "./document_places.ts";
import { type SourceTexts, withExcerpts } from "./excerpts.ts";
import { failureDiagnostic, printDiagnostics } from "./lua_diagnostics.ts";

/**
 * The error of a program that gave no data, with what it printed before. An
 * error that is not the program's own comes back as it is: a bug stays one.
 *
 * Where the failure is about a field of the result, the program is evaluated
 * once more to see where that field was written.
 */
export async function evaluationError(
  error: unknown,
  program: LuaProgram,
  options: EvaluateOptions,
  run: Run,
): Promise<unknown> {
  if (!(error instanceof LuaFailure)) return error;
  return failureError(
    error,
    program,
    error.path
      ? await tracePlaces(program, error, options, run)
      : luaPlaces(program),
  );
}

/** The same at once; a field of the result is shown at the `return`. */
export function evaluationErrorAtReturn(
  error: unknown,
  program: LuaProgram,
): unknown {
  if (!(error instanceof LuaFailure)) return error;
  return failureError(error, program, luaPlaces(program));
}

function failureError(
  failure: LuaFailure,
  program: LuaProgram,
  finder: PlaceFinder,
): ProfileError {
  return new ProfileError(withExcerpts([
    ...printDiagnostics(failure, program),
    withoutQuote(failureDiagnostic(failure, program, finder), program),
  ], textsBeforeSuccess(program)));
}

/** What a link led to may be anything: a line of it is shown only of a profile. */
function textsBeforeSuccess(program: LuaProgram): SourceTexts {
  const texts = programTexts(program);
  return (file) => isThroughLink(program, file) ? undefined : texts(file);
}

/** The word that the Lua compiler quotes is a piece of such a line. */
function withoutQuote(
  diagnostic: Diagnostic,
  program: LuaProgram,
): Diagnostic {
  const { code, source, message } = diagnostic;
  if (code !== "lua-syntax" || !isThroughLink(program, source?.file)) {
    return diagnostic;
  }
  const [what = message] = message.split(" near ", 1);
  const { help: _help, edits: _edits, ...rest } = diagnostic;
  return { ...rest, message: what };
}

function isThroughLink(program: LuaProgram, file: string | undefined): boolean {
  for (const source of sourcesOf(program)) {
    if (source.file === file) return source.throughLink ?? false;
  }
  return false;
}
