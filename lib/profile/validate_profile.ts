import { beginsWith, type FieldPath, valueAt } from "../base/field_path.ts";
import { cutProblems, MOST_PROBLEMS } from "../base/cut_problems.ts";
import type { JsonValue } from "../base/json.ts";
import { isObject } from "../base/json.ts";
import { writtenPath } from "../base/moved_field.ts";
import type { Problem } from "../base/problem.ts";
import { refuseFields } from "./refuse_fields.ts";
import { inDocumentOrder } from "./document_order.ts";
import { type AddressContext, foreignBaseUrls } from "./foreign_base_url.ts";
import { isProfileInput } from "./is_profile_input.ts";
import { normalizeProfile } from "./normalize_profile.ts";
import { oldFormatProblem } from "./old_format.ts";
import type { Profile } from "./profile.ts";
import { nodeAt } from "../schema/field_paths.ts";
import { PROFILE } from "../schema/field_table.ts";
import { meaningOf } from "../schema/schema_node.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { findRef, modelsCalled } from "../catalog/find_ref.ts";
import { findSecretForm } from "./secret_forms.ts";
import {
  misplacedReferences,
  unknownStrings,
  unshownNames,
} from "./values_to_hide.ts";
import type { SalvagedProfile } from "./salvage_profile.ts";

/** A profile, or why it is not valid. */
export interface ValidatedProfile {
  /** Left out when there is an error among the problems. */
  readonly profile?: Profile;
  /** What is left of a profile with errors, to look for more of them. */
  readonly salvaged?: SalvagedProfile;
  /** Everything that is wrong, in the order of the document. */
  readonly problems: readonly Problem[];
  /** The path that the author wrote for a path of the normal form. */
  readonly written: (path: FieldPath) => FieldPath;
  /** Values of secrets that were found: no text for a person may hold them. */
  readonly secrets: readonly string[];
  /** Strings of unknown fields: no line of source is shown with them. */
  readonly unknown: readonly string[];
}

/**
 * Turns the raw data of a profile into a profile in its normal form.
 *
 * First what does not belong in any profile, then the shape. Every problem is
 * found at once, up to a hundred; a field that has one answer gets no second one.
 *
 * @param raw what a Lua file returned, or JSON data
 */
export async function validateProfile(
  raw: JsonValue,
  context: AddressContext,
): Promise<ValidatedProfile> {
  const old = oldFormatProblem(raw);
  if (old) return refusal([old]);

  const { refused, rest, secrets, ...belonging } = refuseFields(raw);
  if (belonging.problems.length > MOST_PROBLEMS) {
    return refusal(cutProblems(belonging.problems), secrets);
  }
  if (!isObject(raw)) {
    const { problems } = belonging;
    return refusal(problems.length > 0 ? problems : [notATable(raw)], secrets);
  }
  const { value, moved, ...normalized } = normalizeProfile(rest);
  const credentials = foreignBaseUrls(value, context);
  const written = (path: FieldPath) => writtenPath(path, moved);
  const shape = isProfileInput(value)
    ? []
    : (await explain(value, written)).map((problem) =>
      nameModel(problem, value, context.catalog)
    );
  const problems = cutProblems(inDocumentOrder([
    ...belonging.problems,
    ...normalized.problems,
    ...credentials,
    ...shape.map((problem) => ({ ...problem, path: written(problem.path) }))
      .filter((problem) => !isAnswered(problem, refused, raw)),
  ], raw));

  const said = {
    problems,
    secrets: [
      ...secrets,
      ...misplacedReferences(shape, value),
      ...unshownNames(shape),
    ],
    unknown: unknownStrings(shape, value, context.catalog),
    written,
  };
  if (problems.length > MOST_PROBLEMS) return said;
  if (problems.some(({ severity }) => severity === "error")) {
    const gone = [...refused, ...normalized.problems.map(({ path }) => path)];
    const salvaged = await salvage(value, shape, gone);
    return { ...said, ...salvaged && { salvaged } };
  }
  // Belongs, and has the shape: this is the one place where data becomes a profile.
  return { ...said, profile: value as unknown as Profile };
}

/** The answer to a document that is not checked any further. */
function refusal(
  problems: readonly Problem[],
  secrets: readonly string[] = [],
): ValidatedProfile {
  return { problems, secrets, unknown: [], written: (path) => path };
}

/** Loads what explains problems: most profiles have none. */
async function explain(
  value: JsonValue,
  written: (path: FieldPath) => FieldPath,
): Promise<readonly Problem[]> {
  const { explainProfileProblems } = await import(
    "./explain_profile_problems.ts"
  );
  return explainProfileProblems(value, written);
}

/** A malformed `ref` may be the id of a model that the catalog has. */
function nameModel(
  problem: Problem,
  value: JsonValue,
  catalog: Catalog,
): Problem {
  const written = valueAt(value, problem.path);
  const isRef = meaningOf(nodeAt(PROFILE, problem.path)) === "model-ref";
  if (!isRef || typeof written !== "string") return problem;
  const ref = written.replace(/\s/g, "");
  if (!isModelId(ref)) return problem;
  if (modelsCalled(catalog, ref).length === 0) return problem;
  const meant = { fixes: [{ replace: "value", put: ref } as const] };
  return {
    ...problem,
    ...findRef(catalog, ref, problem.path).problem ?? meant,
  };
}

/** Whether a text may be repeated: it reads like an id, and not like a secret. */
function isModelId(text: string): boolean {
  return /^[a-z0-9][a-z0-9._:\/-]{0,63}$/i.test(text) &&
    findSecretForm(text) === undefined;
}

async function salvage(
  value: JsonValue,
  problems: readonly Problem[],
  refused: readonly FieldPath[],
): Promise<SalvagedProfile | undefined> {
  const { salvageProfile } = await import("./salvage_profile.ts");
  return salvageProfile(value, problems, refused);
}

/**
 * Whether a problem is only a consequence of a refused field: it is the field
 * itself, a part of it, or a section that lacks something because of it
 * (`auth.kind`, where `auth.key` was written in its place), or it holds what
 * lacks (`config = { model = ... }`).
 */
function isAnswered(
  { code, path }: Problem,
  refused: readonly FieldPath[],
  raw: JsonValue,
): boolean {
  return refused.some((field) => {
    if (beginsWith(path, field)) return true;
    if (
      code === "missing-field" &&
      valueAt(raw, [...field, ...path]) !== undefined
    ) return true;
    const section = field.slice(0, -1);
    if (section.length === 0 || !beginsWith(path, section)) return false;
    return path.length === section.length ||
      (path.length === field.length && code === "missing-field");
  });
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
