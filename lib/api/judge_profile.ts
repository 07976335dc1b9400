import type { JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { endingProblems } from "../manifest/ending_problems.ts";
import {
  type ManifestInputs,
  type Manifestization,
  manifestize,
} from "../manifest/manifestize.ts";
import type { SalvagedProfile } from "../profile/salvage_profile.ts";
import { validateProfile } from "../profile/validate_profile.ts";
import type { ReadProfile } from "./prepared_profile.ts";
import type { isOwnAddress } from "./profile_source.ts";

/**
 * Makes what can be made of raw data, and everything that is wrong with it.
 *
 * @param isOwn whether an address is of the profile's own writing
 */
export async function judgeProfile(
  read: ReadProfile,
  value: JsonValue,
  isOwn: ReturnType<typeof isOwnAddress>,
) {
  const { directory, launch, catalog, source } = read;
  const validated = await validateProfile(value, {
    catalog,
    trustedOrigins: read.trustedOrigins,
    isUsersWord: (address) => read.addressAnswer === "warned" && isOwn(address),
    directory,
  });
  const { profile, salvaged, written } = validated;
  const around = {
    launch,
    catalog,
    profileDirectory: directory,
    isBuiltin: source.kind === "registry" && source.source === "builtin",
  };
  const manifestization = profile
    ? manifestize({ ...around, profile })
    : salvaged && await lookFurther(around, salvaged);
  const made = withEndings(manifestization, read, around.isBuiltin);
  const problems = [
    ...validated.problems,
    ...made.map((problem) => ({ ...problem, path: written(problem.path) })),
  ];
  return { validated, manifestization, problems };
}

/** What manifestization found; if the day is known, ends of models too. */
function withEndings(
  found: Manifestization | undefined,
  { endings, catalog }: ReadProfile,
  isBuiltin: boolean,
): readonly Problem[] {
  if (found === undefined) return [];
  if (endings === undefined) return found.problems;
  const ends = endingProblems(found.models, catalog, endings, isBuiltin);
  const places = new Set(ends.map(({ path }) => path.join(".")));
  return [
    // A retired model is reported once.
    ...found.problems.filter(({ code, path }) =>
      code !== "model-retired" || !places.has(path.join("."))
    ),
    ...ends,
  ];
}

/** Only for a profile with errors: further problems of the launch. */
async function lookFurther(
  around: Omit<ManifestInputs, "profile">,
  { profile, dropped }: SalvagedProfile,
): Promise<Manifestization> {
  const { furtherProblems } = await import("../manifest/further_problems.ts");
  return {
    models: {},
    problems: furtherProblems({ ...around, profile }, dropped),
  };
}
