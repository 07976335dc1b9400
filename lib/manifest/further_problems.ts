import {
  beginsWith,
  changeAt,
  type FieldPath,
  valueAt,
} from "../base/field_path.ts";
import type { DiagnosticCode } from "../base/diagnostic_codes.ts";
import type { Problem } from "../base/problem.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import type { Profile } from "../profile/profile.ts";
import { type ManifestInputs, manifestize } from "./manifestize.ts";
import { isOfRuntime } from "./runtime_problems.ts";

/** The fields of `compaction` that a rule compares. */
const COMPARED: Partial<Record<DiagnosticCode, readonly string[]>> = {
  "compaction-order": ["threshold", "request_threshold"],
  "compaction-window": ["request_threshold", "threshold"],
  "compaction-worker-window": [
    "worker_context_max_tokens",
    "final_reserve_tokens",
    "finish_warning_remaining_tokens",
  ],
  "compaction-remains": [
    "request_threshold",
    "retained_tokens",
    "summary_max_tokens",
    "auto_read_budget_tokens",
  ],
  "compaction-room": ["request_threshold"],
};

/**
 * The problems that a profile would have once what is wrong with its shape is
 * put right: those that have nothing to do with it.
 *
 * @param inputs its profile is what was left of the author's
 * @param dropped what was not, in paths of the normal form
 */
export function furtherProblems(
  inputs: ManifestInputs,
  dropped: readonly FieldPath[],
): Problem[] {
  const { profile } = inputs;
  const damaged = MODEL_SECTIONS.filter((section) =>
    dropped.some((path) => beginsWith(path, section))
  );
  const isOfModel = ({ path }: Problem) =>
    MODEL_SECTIONS.some((section) => beginsWith(path, section));
  // What depends on a model is not asked of one that is not what was written.
  const problems = damaged.length === 0 ? manifestize(inputs).problems : [
    ...manifestize(inputs).problems.filter(isOfModel),
    // With models that nothing can be said about.
    ...manifestize({
      ...inputs,
      profile: damaged.reduce(
        (document, section) => changeAt(document, section, () => ({})),
        profile,
      ),
    }).problems.filter((problem) => !isOfModel(problem)),
  ];
  return problems.filter((problem) =>
    !isOfRuntime(problem) &&
    !dropped.some((path) => explains(path, problem, profile))
  );
}

/** Whether a problem may come only from a field's having been dropped. */
function explains(
  dropped: FieldPath,
  { code, path }: Problem,
  profile: Profile,
): boolean {
  if (beginsWith(dropped, path) || beginsWith(path, dropped)) return true;
  const section = path.slice(0, -1);
  if (
    dropped.length !== section.length + 1 || !beginsWith(dropped, section)
  ) return false;
  const name = String(dropped.at(-1));
  return COMPARED[code]?.includes(name) === true ||
    path.at(-1) === "preset" || valueAt(profile, path) === undefined;
}
