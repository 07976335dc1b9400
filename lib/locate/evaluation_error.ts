import type { Diagnostic } from "../base/diagnostic.ts";
import { beginsWith } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { ProfileError } from "../base/profile_error.ts";
import { locateProblems } from "../document/locate_problems.ts";
import type { PlaceFinder } from "../document/place_finder.ts";
import type { EvaluateOptions, Run } from "../lua/evaluation.ts";
import { LuaFailure, type LuaFailureFacts } from "../lua/lua_failure.ts";
import { type LuaProgram, sourceOfFile } from "../source/lua_program.ts";
import { failingToken } from "./failure/failing_token.ts";
import { luaPlaces } from "./trace/lua_places.ts";
import { tracePlaces } from "./trace/trace_places.ts";
import { withExcerpts } from "./excerpts.ts";
import { type FurtherFailures, furtherFailures } from "./further_failures.ts";
import { inSourceOrder } from "./in_source_order.ts";
import { failureDiagnostic, printDiagnostics } from "./lua_diagnostics.ts";
import { type SourceTexts, sourceTexts } from "./source_texts.ts";

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
  judge?: Judge,
): Promise<unknown> {
  if (!(error instanceof LuaFailure)) return error;
  const { facts } = error;
  const token = await failingToken(facts, program, options, run);
  const further = judge &&
    await furtherFailures(facts, program, options, run);
  if (judge && further) {
    return await furtherError(facts, program, further, judge, token);
  }
  return failureError(
    facts,
    program,
    facts.path
      ? await tracePlaces(program, error, options, run)
      : luaPlaces(program),
    token,
  );
}

/** Finds what is wrong with the data of a profile. */
export type Judge = (value: JsonValue) => Promise<{
  readonly problems: readonly Problem[];
  readonly secrets: readonly string[];
  readonly unknown: readonly string[];
}>;

/** Everything at once: what was refused, and what is wrong with the rest. */
async function furtherError(
  failure: LuaFailureFacts,
  program: LuaProgram,
  { refusals, value, answered, finder }: FurtherFailures,
  judge: Judge,
  token: number | undefined,
): Promise<ProfileError> {
  const { problems, secrets, unknown } = await judge(value);
  const texts = textsBeforeSuccess(program);
  const others = refusals.map((refusal): LuaFailureFacts => ({
    ...failure,
    help: undefined,
    put: undefined,
    ...refusal,
    traceback: [],
  }));
  const failures = [
    failureDiagnostic(failure, program, finder, token),
    ...others.map((other) => failureDiagnostic(other, program, finder)),
  ].map((diagnostic) => withoutQuote(diagnostic, program));
  const located = locateProblems(
    problems.filter(({ path }) =>
      !answered.some((field) => beginsWith(path, field))
    ),
    finder,
    texts,
  );
  return new ProfileError(withExcerpts(
    [
      ...printDiagnostics(failure, program),
      ...inSourceOrder([...failures, ...located], program.entry.file),
    ],
    texts,
    secrets,
    unknown,
  ));
}

/** The same at once; a field of the result is shown at the `return`. */
export function evaluationErrorAtReturn(
  error: unknown,
  program: LuaProgram,
): unknown {
  if (!(error instanceof LuaFailure)) return error;
  return failureError(error.facts, program, luaPlaces(program));
}

function failureError(
  failure: LuaFailureFacts,
  program: LuaProgram,
  finder: PlaceFinder,
  token?: number,
): ProfileError {
  return new ProfileError(withExcerpts([
    ...printDiagnostics(failure, program),
    withoutQuote(failureDiagnostic(failure, program, finder, token), program),
  ], textsBeforeSuccess(program)));
}

/** What a link led to may be anything: a line of it is shown only of a profile. */
function textsBeforeSuccess(program: LuaProgram): SourceTexts {
  const texts = sourceTexts(program);
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
  const { help: _help, fixes: _fixes, ...rest } = diagnostic;
  return { ...rest, message: what };
}

function isThroughLink(program: LuaProgram, file: string | undefined): boolean {
  return sourceOfFile(program, file)?.throughLink ?? false;
}
