import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import { bareObject, type JsonObject, type JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { isPathField, machineBinding } from "./machine_paths.ts";
import { refusalOf } from "./refusals.ts";
import {
  hasSecretName,
  isNearKnownField,
  isSecretField,
  referencesBeside,
  valuesIn,
} from "./secret_fields.ts";
import { findSecretForm } from "./secret_forms.ts";

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

const USE_A_REFERENCE =
  "refer to it: `secrets.ref(name)` for a secret of the store, `secrets.env(NAME)` for an environment variable; and replace the secret if others can have seen this file";

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

  function refuseSecret(path: FieldPath, value: JsonValue, is: string): void {
    for (const item of valuesIn(value)) secrets.push(item);
    refuse(path, {
      code: "secret-value",
      message: `\`${
        printFieldPath(path)
      }\` ${is}: a profile never holds the value of a secret`,
      path,
      help: howToRefer(path),
    });
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
      inside(path, value, true);
      return undefined;
    }
    const is = secretAt(path, value);
    if (is !== undefined) {
      refuseSecret(path, value, is);
      return undefined;
    }
    // Not refused as a secret, but its name is one's: nobody is to read it.
    if (isNearMiss(path, value)) {
      for (const item of valuesIn(value)) secrets.push(item);
    }
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
    return inside(path, value, false);
  }

  function inside(
    path: FieldPath,
    value: JsonValue,
    onlySecrets: boolean,
  ): JsonValue {
    const look = onlySecrets ? checkSecrets : check;
    if (Array.isArray(value)) {
      return value.map((item, index) => look([...path, index], item) ?? null);
    }
    if (typeof value !== "object" || value === null) return value;
    const rest = bareObject();
    for (const key of Object.keys(value)) {
      const item = (value as JsonObject)[key]!;
      const form = findSecretForm(key);
      if (form !== undefined) {
        secrets.push(key);
        const where = path.length > 0
          ? `in \`${printFieldPath(path)}\``
          : "at the top";
        // The path stops above the key: it must not show.
        refuse([...path, key], {
          code: "secret-value",
          message:
            `a field name ${where} has the form of ${form}: a profile never holds the value of a secret`,
          path,
          help: USE_A_REFERENCE,
        });
        continue;
      }
      const kept = look([...path, key], item);
      if (kept !== undefined) rest[key] = kept;
    }
    return rest;
  }

  /** Inside a refused field: secrets only. */
  function checkSecrets(path: FieldPath, value: JsonValue): JsonValue {
    const is = secretAt(path, value);
    if (is === undefined) return inside(path, value, true);
    refuseSecret(path, value, is);
    return null;
  }

  const rest = check([], raw) ?? null;
  return { problems, refused, rest, secrets };
}

/** What makes a value a secret, as a clause to go behind its field's name. */
function secretAt(path: FieldPath, value: JsonValue): string | undefined {
  const key = path.at(-1);
  if (typeof value === "string") {
    const form = findSecretForm(value);
    if (form !== undefined) return `has the form of ${form}`;
  }
  return typeof key === "string" &&
      isSecretField(path.at(-2), key, value) && !isNearMiss(path, value)
    ? "is a field for a secret's value"
    : undefined;
}

/** A known field mistyped, that is called as a secret is: `max_token`. */
function isNearMiss(path: FieldPath, value: JsonValue): boolean {
  const key = path.at(-1);
  return typeof key === "string" && typeof value !== "object" &&
    path.at(-2) !== "auth" && hasSecretName(key) && isNearKnownField(path);
}

/** The next step, by what the table of the field takes for a credential. */
function howToRefer(path: FieldPath): string {
  const names = path.at(-2) === "auth" ? [] : referencesBeside(path);
  if (names.length === 0) return USE_A_REFERENCE;
  const ways = names.map((name) =>
    name.endsWith("_env")
      ? `\`${name} = "NAME"\` names the environment variable that holds it`
      : `\`${name} = "name"\` a secret of the store`
  );
  return `refer to it: ${
    ways.join(", ")
  }; and replace the secret if others can have seen this file`;
}
