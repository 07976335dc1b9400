import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import { bareObject, type JsonObject, type JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import {
  hasSecretName,
  isNearKnownField,
  isSecretField,
  referencesBeside,
  valuesIn,
} from "./secret_fields.ts";
import { findSecretForm } from "./secret_forms.ts";

/** What a secret stands in, as a message calls it. */
export type SecretHolder = "profile" | "manifest";

/** A field that holds a secret's value. */
interface RefusedSecret {
  readonly problem: Problem;
  /** Values that no text for a person may hold. */
  readonly secrets: readonly string[];
}

/** A document without the values of secrets, and without what else was refused. */
export interface WithoutSecrets {
  /** One for each field in `refused`, in the order of the document. */
  readonly problems: readonly Problem[];
  /** The fields of these problems: no check has to report them again. */
  readonly refused: readonly FieldPath[];
  /** Items of lists become `null`, to keep the others' numbers. */
  readonly rest: JsonValue;
  /** Values that no text for a person may hold. */
  readonly secrets: readonly string[];
}

/**
 * Takes the values of secrets out of a document, wherever in it they stand.
 *
 * @param at where the document stands in another
 * @param alsoRefused what is wrong with a field whatever its value: the whole
 * field is taken out, and the secrets in it are still collected
 */
export function refuseSecrets(
  document: JsonValue,
  holder: SecretHolder,
  at: FieldPath = [],
  alsoRefused: (path: FieldPath, value: JsonValue) => Problem | undefined =
    () => undefined,
): WithoutSecrets {
  const problems: Problem[] = [];
  const refused: FieldPath[] = [];
  const secrets: string[] = [];

  function refuse(field: FieldPath, found: RefusedSecret): void {
    problems.push(found.problem);
    refused.push(field);
    for (const secret of found.secrets) secrets.push(secret);
  }

  /** What stays of a value, `undefined` when it is a secret. */
  function check(
    path: FieldPath,
    value: JsonValue,
    isRefused = false,
  ): JsonValue | undefined {
    const problem = isRefused ? undefined : alsoRefused(path, value);
    if (problem) {
      refuse(path, { problem, secrets: [] });
      return void check(path, value, true);
    }
    const secret = secretValue(path, value, holder);
    if (secret) return void refuse(path, secret);
    for (const item of nearMisses(path, value)) secrets.push(item);
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        check([...path, index], item, isRefused) ?? null
      );
    }
    if (typeof value !== "object" || value === null) return value;
    const rest = bareObject();
    for (const key of Object.keys(value)) {
      const item = (value as JsonObject)[key]!;
      const named = secretKey(path, key, holder);
      if (named) {
        refuse([...path, key], named);
        continue;
      }
      const kept = check([...path, key], item, isRefused);
      if (kept !== undefined) rest[key] = kept;
    }
    return rest;
  }

  const rest = check(at, document) ?? null;
  return { problems, refused, rest, secrets };
}

/** Whether a field is refused because of its value, or because it can hold nothing else. */
export function secretValue(
  path: FieldPath,
  value: JsonValue,
  holder: SecretHolder,
): RefusedSecret | undefined {
  const is = secretAt(path, value);
  if (is === undefined) return undefined;
  // A list as a whole has no name.
  const subject = path.length > 0 ? `\`${printFieldPath(path)}\`` : "the text";
  return {
    problem: {
      code: "secret-value",
      severity: "error",
      message:
        `${subject} ${is}: a ${holder} never holds the value of a secret`,
      path,
      help: howToRefer(path, holder),
    },
    secrets: valuesIn(value),
  };
}

/** Whether a field's name is a secret. The path stops above it: it must not show. */
function secretKey(
  path: FieldPath,
  key: string,
  holder: SecretHolder,
): RefusedSecret | undefined {
  const form = findSecretForm(key);
  if (form === undefined) return undefined;
  const where = path.length > 0
    ? `in \`${printFieldPath(path)}\``
    : "at the top";
  return {
    problem: {
      code: "secret-value",
      severity: "error",
      message:
        `a field name ${where} has the form of ${form}: a ${holder} never holds the value of a secret`,
      path,
      help: USE_A_REFERENCE[holder],
    },
    secrets: [key],
  };
}

/** What has a secret's name but is not refused as one: it is never shown. */
function nearMisses(path: FieldPath, value: JsonValue): string[] {
  return typeof value === "string" && isNearMiss(path, value) ? [value] : [];
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

/** A mistyped known field with the name of a secret: `max_token`. */
function isNearMiss(path: FieldPath, value: JsonValue): boolean {
  const key = path.at(-1);
  return typeof key === "string" && typeof value !== "object" &&
    path.at(-2) !== "auth" && hasSecretName(key) && isNearKnownField(path);
}

const REPLACE = "and replace the secret if others can have seen this file";

const USE_A_REFERENCE: Readonly<Record<SecretHolder, string>> = {
  profile:
    `refer to it: \`secrets.ref(name)\` for a secret of the store, \`secrets.env(NAME)\` for an environment variable; ${REPLACE}`,
  manifest:
    `refer to it: \`auth = { kind = "secret_ref", ref = "name" }\` for a secret of the store, \`{ kind = "api_key", env = "NAME" }\` for an environment variable; ${REPLACE}`,
};

/** The next step, by what the table of the field takes for a credential. */
function howToRefer(path: FieldPath, holder: SecretHolder): string {
  const names = path.at(-2) === "auth" ? [] : referencesBeside(path);
  if (names.length === 0) return USE_A_REFERENCE[holder];
  const ways = names.map((name) =>
    name.endsWith("_env")
      ? `\`${name} = "NAME"\` names the environment variable that holds it`
      : `\`${name} = "name"\` a secret of the store`
  );
  return `refer to it: ${ways.join(", ")}; ${REPLACE}`;
}
