import type { Problem } from "../base/problem.ts";
import { explainProblems } from "../schema/explain/explain_problems.ts";
import { ProfileSchema } from "./profile_input.ts";

/**
 * Everything that keeps a value from being a profile, in the order of the
 * document. Loads zod: ask `isProfileInput` first.
 */
export function explainProfileProblems(raw: unknown): Problem[] {
  return explainProblems(ProfileSchema, raw, { document: "the profile" });
}
