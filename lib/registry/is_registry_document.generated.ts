// Written by scripts/generate_checks.ts from the schema; not to be edited.
import { isOneLine, isPath, isWellFormedText } from "../schema/text_forms.ts";
import { isProfileName } from "../selector/profile_name.ts";
import type { RegistryDocument } from "./registry_schema.ts";

/**
 * Whether a value is a {@linkcode RegistryDocument}: what its schema says, without
 * loading zod. Looks at own fields only.
 */
export function isRegistryDocument(value: unknown): value is RegistryDocument {
  return isDocument(value);
}

function isDocument(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "default":
        return typeof field === "string" && field.length >= 1 &&
          isWellFormedText(field);
      case "profile":
        return isMap(field, isProfileKey, isProfileItem);
      case "entries":
        return isMap(field, isProfileKey, isProfileItem);
      default:
        return false;
    }
  });
}

function isProfileKey(value: unknown): boolean {
  return typeof value === "string" && isProfileName(value);
}

function isProfileItem(value: unknown): boolean {
  return typeof value === "string" && isPath(value) || isProfileItem2(value);
}

function isProfileItem2(value: unknown): boolean {
  return hasFields(value, ["path"], (key, field) => {
    switch (key) {
      case "path":
        return typeof field === "string" && isPath(field);
      case "description":
        return typeof field === "string" && isOneLine(field);
      default:
        return false;
    }
  });
}

function isTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function hasFields(
  value: unknown,
  required: readonly string[],
  isField: (key: string, field: unknown) => boolean,
): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    if (!isField(key, value[key])) return false;
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key)) return false;
  }
  return true;
}

function isMap(
  value: unknown,
  isKey: (key: unknown) => boolean,
  isItem: (item: unknown) => boolean,
): boolean {
  return isTable(value) &&
    Object.keys(value).every((key) =>
      key !== "__proto__" && isKey(key) && isItem(value[key])
    );
}
