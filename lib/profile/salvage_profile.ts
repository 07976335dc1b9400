import {
  beginsWith,
  changeAt,
  type FieldPath,
  valueAt,
} from "../base/field_path.ts";
import { bareObject, type JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { explainProfileProblems } from "./explain_profile_problems.ts";
import { isProfileInput } from "./is_profile_input.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import { DEFAULT_INTENT } from "../schema/scope.ts";
import type { Profile } from "./profile.ts";

/** What is left of a profile with problems. */
export interface SalvagedProfile {
  /** Valid, but not what its author meant: good for finding more problems only. */
  readonly profile: Profile;
  /** What had to go, or never was there, in paths of the normal form. */
  readonly dropped: readonly FieldPath[];
}

/**
 * Dropping a field can leave its section without something it needs, then that
 * section goes as well. No section of a profile is nested deeper.
 */
const MAX_ROUNDS = 6;

/**
 * Drops from a profile all that is wrong with its shape, so that the rest can be
 * looked at for problems that a shape does not show: an author wants to hear of
 * them in the same round.
 *
 * @param value normalised, without what does not belong in a profile
 * @param problems what its schema has against it
 * @param refused what was taken out before
 * @returns `undefined` when nothing sensible is left
 */
export function salvageProfile(
  value: JsonValue,
  problems: readonly Problem[],
  refused: readonly FieldPath[],
): SalvagedProfile | undefined {
  const dropped = [...refused];
  let rest = value;
  let wrong = problems;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const paths = wrong.map(({ code, path }) =>
      code === "missing-field" ? path.slice(0, -1) : path
    );
    for (const item of wrong.map(({ path }) => path)) dropped.push(item);
    // Nothing to be dropped: the profile as a whole lacks its model.
    rest = refilled(prune(rest, paths.filter((path) => path.length > 0)));
    if (isProfileInput(rest)) {
      return { profile: rest as unknown as Profile, dropped };
    }
    wrong = explainProfileProblems(rest);
  }
  return undefined;

  /** What a profile always has; a model that had to go was not meant to be the main one. */
  function refilled(pruned: JsonValue): JsonValue {
    const gone = MODEL_SECTIONS.filter((section) =>
      valueAt(pruned, section) === undefined &&
      dropped.some((path) => samePath(path, section))
    );
    return gone.reduce(
      (document, section) => changeAt(document, section, () => ({})),
      valueAt(pruned, ["scope", "intent"]) === undefined
        ? changeAt(pruned, ["scope"], () => ({ intent: DEFAULT_INTENT }))
        : pruned,
    );
  }
}

function samePath(a: FieldPath, b: FieldPath): boolean {
  return a.length === b.length && beginsWith(a, b);
}

function prune(value: JsonValue, paths: readonly FieldPath[]): JsonValue {
  if (paths.length === 0 || typeof value !== "object" || value === null) {
    return value;
  }
  const keeps = (part: string | number) =>
    !paths.some((path) => path.length === 1 && path[0] === part);
  const below = (part: string | number) =>
    paths.filter((path) => path.length > 1 && path[0] === part)
      .map((path) => path.slice(1));
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      keeps(index) ? [prune(item, below(index))] : []
    );
  }
  const rest = bareObject();
  for (const [key, item] of Object.entries(value)) {
    if (keeps(key)) rest[key] = prune(item, below(key));
  }
  return rest;
}
