import type { ResolverSession } from "../base/resolver_session.ts";
import { isOfRuntime } from "../manifest/runtime_problems.ts";
import {
  type EvaluatedDocument,
  evaluateDocument,
} from "./evaluate_document.ts";
import { rootsOf } from "../source/lua_program.ts";
import { judgeProfile } from "./judge_profile.ts";
import type { ReadProfile } from "./prepared_profile.ts";

/**
 * The raw data of a profile, with warnings of keys that are written twice.
 *
 * @throws {ProfileError} when it gives none; everything else that is wrong with
 * it is said at once
 */
export async function evaluateProfile(
  read: ReadProfile,
  session: ResolverSession,
): Promise<EvaluatedDocument> {
  const evaluated = await evaluateDocument(read, session, async (value) => {
    // The evaluation failed, so it is not known what was imported.
    const judged = await judgeProfile(read, value, () => true);
    return {
      ...judged.validated,
      problems: judged.problems.filter((problem) => !isOfRuntime(problem)),
    };
  });
  if (read.document.kind !== "lua") return evaluated;
  const { program } = read.document;
  if (!rootsOf(program).some(({ repeatsKeys }) => repeatsKeys)) {
    return evaluated;
  }
  const { repeatedKeyWarnings } = await import(
    "../locate/repeated_key_warnings.ts"
  );
  const warnings = repeatedKeyWarnings(program, session);
  return { ...evaluated, notes: [...evaluated.notes, ...warnings] };
}
