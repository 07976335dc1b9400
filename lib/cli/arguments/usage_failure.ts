import { ProfileError } from "../../base/profile_error.ts";
import { usageDiagnostics } from "./usage_diagnostics.ts";
import type { UsageProblem } from "./usage_problem.ts";

/** The error of a command line that cannot be understood. */
export function usageFailure(problems: readonly UsageProblem[]): ProfileError {
  return new ProfileError(usageDiagnostics(problems));
}
