import {
  beginsWith,
  changeAt,
  type FieldPath,
  valueAt,
} from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import type { Profile } from "../profile/profile.ts";
import { type ManifestInputs, manifestize } from "./manifestize.ts";
import { COMPARED } from "./policies/compaction_rules.ts";
import { isOfRuntime } from "./runtime_problems.ts";

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
  // A damaged model section is not the written one: nothing is checked against it.
  const problems = damaged.length === 0 ? manifestize(inputs).problems : [
    ...manifestize(inputs).problems.filter(isOfModel),
    // The rest is checked with that section empty.
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
  const compared: readonly string[] = COMPARED[code] ?? [];
  return compared.includes(name) ||
    path.at(-1) === "preset" || valueAt(profile, path) === undefined;
}
