import type { FieldPath } from "../base/field_path.ts";
import { isObject } from "../base/json.ts";
import { lazy } from "../base/lazy.ts";
import { suggest } from "../base/suggest.ts";
import { fieldPaths, nodeAt } from "../schema/field_paths.ts";
import { fieldsOf, meaningOf, type SchemaNode } from "../schema/schema_node.ts";
import { PROFILE } from "../schema/field_table.ts";

/** Names of fields that hold a credential, after {@linkcode wordsOf}. */
const SECRET_NAME =
  /(?:^|_)(?:(?:api|access|secret|private|auth|signing|encryption)_?keys?|token|(?:access|api|auth|refresh|session|bearer)_tokens|passwords?|passwd|passphrase|secrets?|credentials?|authorization|bearer)$/;

/**
 * What those names end in, however they are written. Nearly no field's name
 * does, and to find that out without a pattern spares a start to make one.
 */
const SECRET_ENDINGS: readonly string[] = [
  ...["key", "keys", "token", "password", "passwords", "passwd", "passphrase"],
  ...["secret", "secrets", "credential", "credentials"],
  ...["authorization", "bearer"],
];
/** Other tokens than those of these are units of text: `max_tokens`. */
const TOKEN_HOLDERS: readonly string[] = [
  ...["access", "api", "auth", "refresh", "session", "bearer"],
];

/** Characters of a name that are looked at. */
const LONGEST_NAME = 200;

/** They end like a secret's name, and hold only the name of one. */
const REFERENCE_NAMES: ReadonlySet<string> = new Set([
  "api_key_secret",
  "secret_ref",
]);

/** Fields that people write into `auth` for the value itself. */
const AUTH_VALUE_NAMES: ReadonlySet<string> = new Set([
  "key",
  "token",
  "value",
  "api_key",
]);

/**
 * Whether a field can only hold a secret's value, whatever the value looks
 * like: a string under the name of one, or a table of such. References
 * (`auth.env`, `auth.ref`, `web.search.api_key_secret`, what `secrets.ref`
 * returns) hold no value, nor does a mistyped `max_tokens`.
 *
 * @param parent the key of the object that the field is in
 */
export function isSecretField(
  parent: string | number | undefined,
  key: string,
  value: unknown,
): boolean {
  if (parent === "auth" && AUTH_VALUE_NAMES.has(key)) return true;
  return namesSecret(key) && holdsString(value);
}

/** Whether there is a string in a value, references aside. */
function holdsString(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null) return false;
  return !isReference(value) && Object.values(value).some(holdsString);
}

/** Whether a field has the name of a secret's value, and is not a known field. */
export function namesSecret(key: string): boolean {
  return hasSecretName(key) && !resemblesKnownField(key.slice(0, LONGEST_NAME));
}

/** Whether a field has the name of a secret. */
export function hasSecretName(key: string): boolean {
  const name = key.slice(0, LONGEST_NAME);
  return mayNameSecret(name.toLowerCase()) &&
    SECRET_NAME.test(wordsOf(name)) && !REFERENCE_NAMES.has(key);
}

/** Known fields that end like the name of a secret, or nearly: `max_tokens`, `api_key_env`. */
const resembling = lazy((): readonly string[] =>
  [
    ...new Set(
      fieldPaths(PROFILE).map(({ path }) => String(path.at(-1)))
        .filter((known) => /token|key|secret/.test(known)),
    ),
  ].filter((known) => !AUTH_VALUE_NAMES.has(known))
);

function resemblesKnownField(name: string): boolean {
  const words = wordsOf(name);
  return resembling().some((known) =>
    known !== "api_key" && isNear(words, known)
  );
}

/** One letter too many, too few, another, or two swapped; or the plural. */
function isNear(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) {
    return one === other;
  }
  let at = 0;
  while (one[at] === other[at]) at++;
  const [a, b] = [one.slice(at), other.slice(at)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) ||
    a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

function mayNameSecret(name: string): boolean {
  for (const ending of SECRET_ENDINGS) if (name.endsWith(ending)) return true;
  return name.endsWith("tokens") &&
    TOKEN_HOLDERS.some((holder) => name.includes(holder));
}

/** `apiKey`, `API-Key` and `api.key` as `api_key`. */
function wordsOf(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_").toLowerCase();
}

/** What `secrets.ref` and `secrets.env` return. */
export function isReference(value: unknown): boolean {
  if (!isObject(value)) return false;
  const fields = Object.keys(value);
  if (fields.length > 2 || !fields.includes("kind")) return false;
  return fields.length === 1 ||
    fields.some((key) => key === "ref" || key === "env" || key === "file");
}

/** Fields that take the name of a secret or of a variable, and what they are in. */
const references = lazy((): readonly FieldPath[] =>
  fieldPaths(PROFILE)
    .filter(({ node }) => isReferenceNode(node))
    .map(({ path }) => path.slice(-2))
);

function isReferenceNode(node: SchemaNode): boolean {
  const means = meaningOf(node);
  return means === "secret-name" || means === "variable-name";
}

/**
 * Whether a field takes the name of a secret or of the variable that has it.
 * Any other text there may be the secret itself.
 */
export function takesReference(path: FieldPath): boolean {
  const [around, name] = path.length > 1
    ? path.slice(-2)
    : [undefined, path[0]];
  // A string in the place of the whole section.
  if (name === "auth") return true;
  // `env` and `ref` say it inside of `auth` alone, longer names everywhere.
  return references().some((field) =>
    field[1] === name && (field[0] === around || field[0] !== "auth")
  );
}

/** The fields beside a field that take the name of a secret or of a variable. */
export function referencesBeside(path: FieldPath): readonly string[] {
  const table = nodeAt(PROFILE, path.slice(0, -1));
  if (table === undefined || table.is === "map") return [];
  return [...fieldsOf(table)].flatMap(([name, { node }]) =>
    isReferenceNode(node) ? [name] : []
  );
}

/**
 * Whether a field's name is most likely a known one mistyped: `max_token` in
 * `worker` is not a credential.
 */
export function isNearKnownField(path: FieldPath): boolean {
  const table = nodeAt(PROFILE, path.slice(0, -1));
  return table !== undefined && table.is !== "map" &&
    suggest(String(path.at(-1)), [...fieldsOf(table).keys()]) !== undefined;
}

/**
 * Every string and number in a value, to be hidden wherever it shows up. What
 * `secrets.ref` and `secrets.env` return holds names alone.
 */
export function valuesIn(value: unknown): string[] {
  if (isReference(value)) return [];
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(valuesIn);
}
