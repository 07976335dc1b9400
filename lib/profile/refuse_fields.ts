import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import { bareObject, type JsonObject, type JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { isPathField, machineBinding } from "./machine_paths.ts";
import { refusalOf } from "./refusals.ts";
import {
  nearMisses,
  type RefusedSecret,
  refuseSecrets,
  secretKey,
  secretValue,
} from "./refuse_secrets.ts";

/** What is wrong with a profile before its shape is looked at. */
export interface RefusedFields {
  /** One for each field in `refused`, in the order of the document. */
  readonly problems: readonly Problem[];
  /** Fields that have their answer: nothing else is to be said about them. */
  readonly refused: readonly FieldPath[];
  /** The profile without them; items of lists become `null`, to keep the others' numbers. */
  readonly rest: JsonValue;
  /** Values that no text for a person may hold. */
  readonly secrets: readonly string[];
}

/**
 * Takes out what does not belong in a profile: other people's fields, values
 * of secrets, paths of one machine.
 */
export function refuseFields(raw: JsonValue): RefusedFields {
  const problems: Problem[] = [];
  const refused: FieldPath[] = [];
  const secrets: string[] = [];

  function refuse(field: FieldPath, problem: Omit<Problem, "severity">): void {
    problems.push({ severity: "error", ...problem });
    refused.push(field);
  }

  function refuseSecret(field: FieldPath, found: RefusedSecret): void {
    problems.push(found.problem);
    refused.push(field);
    for (const secret of found.secrets) secrets.push(secret);
  }

  /** What stays of a value, `undefined` when it is refused as a whole. */
  function check(path: FieldPath, value: JsonValue): JsonValue | undefined {
    const refusal = refusalOf(path);
    if (refusal) {
      refuse(path, {
        code: "not-a-profile-field",
        message: `\`${
          printFieldPath(path)
        }\` does not belong in a profile: ${refusal.reason}`,
        path,
        at: "key",
        help: refusal.instead,
      });
      // A secret inside has to be replaced all the same.
      const { problems: held, refused: at, secrets: hidden } = refuseSecrets(
        value,
        "profile",
        path,
      );
      for (const problem of held) problems.push(problem);
      for (const field of at) refused.push(field);
      for (const secret of hidden) secrets.push(secret);
      return undefined;
    }
    const secret = secretValue(path, value, "profile");
    if (secret) return void refuseSecret(path, secret);
    for (const item of nearMisses(path, value)) secrets.push(item);
    if (typeof value === "string") {
      const binding = isPathField(path) ? machineBinding(value) : undefined;
      if (binding !== undefined) {
        refuse(path, {
          code: "machine-path",
          message: `\`${
            printFieldPath(path)
          }\` is bound to one machine: it ${binding}, and a profile is shared`,
          path,
          help:
            "write a path relative to the profile file, inside its directory",
        });
        return undefined;
      }
      return value;
    }
    return inside(path, value);
  }

  function inside(path: FieldPath, value: JsonValue): JsonValue {
    if (Array.isArray(value)) {
      return value.map((item, index) => check([...path, index], item) ?? null);
    }
    if (typeof value !== "object" || value === null) return value;
    const rest = bareObject();
    for (const key of Object.keys(value)) {
      const item = (value as JsonObject)[key]!;
      const named = secretKey(path, key, "profile");
      if (named) {
        refuseSecret([...path, key], named);
        continue;
      }
      const kept = check([...path, key], item);
      if (kept !== undefined) rest[key] = kept;
    }
    return rest;
  }

  const rest = check([], raw) ?? null;
  return { problems, refused, rest, secrets };
}
