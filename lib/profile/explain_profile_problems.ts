import type { FieldPath } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import { explainProblems } from "../schema/explain/explain_problems.ts";
import { ProfileSchema } from "./profile_input.ts";

/**
 * Everything that keeps a value from being a profile, in the order of the
 * document. Loads zod: ask `isProfileInput` first.
 *
 * @param written what the author wrote for a path of the normal form: what a
 * message names
 */
export function explainProfileProblems(
  raw: unknown,
  written?: (path: FieldPath) => FieldPath,
): Problem[] {
  return explainProblems(ProfileSchema, raw, {
    document: "the profile",
    written,
  });
}
