import type { FieldPath } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import { isObject } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { checkBelonging } from "./belonging.ts";
import { inDocumentOrder } from "./document_order.ts";
import { foreignBaseUrls } from "./foreign_base_url.ts";
import { isProfileInput } from "./is_profile_input.generated.ts";
import { normalizeProfile, writtenPath } from "./normalize_profile.ts";
import { oldFormatProblem } from "./old_format.ts";
import type { Profile } from "./profile.ts";

/** What a profile is judged by beside itself. */
export interface ProfileContext {
  /** Knows whose credential goes where. */
  readonly catalog: Catalog;
  /** Whether it comes from a project's registry: what a repository may do is less. */
  readonly fromProject: boolean;
}

/** A profile, or why it is none. */
export interface ValidatedProfile {
  /** Left out when there is an error among the problems. */
  readonly profile?: Profile;
  /** Everything that is wrong, in the order of the document. */
  readonly problems: readonly Problem[];
  /** Values of secrets that were found: no text for a person may hold them. */
  readonly secrets: readonly string[];
}

/**
 * Turns the raw data of a profile into a profile in its normal form.
 *
 * First what does not belong in any profile, then the shape. Every problem is
 * found at once; a field that has one answer gets no second one.
 *
 * @param raw what a Lua file returned, or JSON data
 */
export async function validateProfile(
  raw: JsonValue,
  context: ProfileContext,
): Promise<ValidatedProfile> {
  const old = oldFormatProblem(raw);
  if (old) return { problems: [old], secrets: [] };

  const { refused, rest, secrets, ...belonging } = checkBelonging(raw);
  if (!isObject(raw)) {
    const problems = belonging.problems.length > 0
      ? belonging.problems
      : [notATable(raw)];
    return { problems, secrets };
  }
  const { value, moved, ...normalized } = normalizeProfile(rest);
  const credentials = foreignBaseUrls(
    value,
    context.catalog,
    context.fromProject,
  );
  const shape = isProfileInput(value)
    ? []
    : (await explain(value)).map((problem) => ({
      ...problem,
      path: writtenPath(problem.path, moved),
    }));
  const problems = inDocumentOrder([
    ...belonging.problems,
    ...normalized.problems,
    ...credentials,
    ...shape.filter((problem) => !isAnswered(problem, refused)),
  ], raw);

  if (problems.some(({ severity }) => severity === "error")) {
    return { problems, secrets };
  }
  // Belongs, and has the shape: this is the one place where data becomes a profile.
  return { profile: value as unknown as Profile, problems, secrets };
}

/** Only for a profile with problems: what explains them loads zod. */
async function explain(value: JsonValue): Promise<readonly Problem[]> {
  const { explainProfileProblems }:
    typeof import("./explain_profile_problems.ts") = await import(
      import.meta.resolve("./explain_profile_problems.ts")
    );
  return explainProfileProblems(value);
}

/**
 * Whether a refused field already says what there is to say: it is the field
 * itself, a part of it, or a section that lacks something because of it
 * (`auth.kind`, where `auth.key` was written in its place).
 */
function isAnswered(
  { code, path }: Problem,
  refused: readonly FieldPath[],
): boolean {
  return refused.some((field) => {
    if (begins(path, field)) return true;
    const section = field.slice(0, -1);
    if (section.length === 0 || !begins(path, section)) return false;
    return path.length === section.length ||
      (path.length === field.length && code === "missing-field");
  });
}

function begins(path: FieldPath, start: FieldPath): boolean {
  return start.length <= path.length &&
    start.every((part, index) => part === path[index]);
}

function notATable(raw: JsonValue): Problem {
  const is = raw === null
    ? "nothing"
    : Array.isArray(raw)
    ? "a list"
    : `a ${typeof raw}`;
  return {
    code: "invalid-type",
    severity: "error",
    message: `the profile is ${is}: a profile is a table of fields`,
    path: [],
    help: 'return one, as `return { model = "<provider>/<model id>" }`',
  };
}
