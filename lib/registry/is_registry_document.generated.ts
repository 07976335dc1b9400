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
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "default":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "profile":
        if (!(isMap(field, isProfileKey, isProfileItem))) return false;
        break;
      case "entries":
        if (!(isMap(field, isProfileKey, isProfileItem))) return false;
        break;
      case "alias":
        if (!(isMap(field, isProfileKey, isAliasItem))) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isProfileKey(value: unknown): boolean {
  return typeof value === "string" && isProfileName(value);
}

function isProfileItem(value: unknown): boolean {
  return typeof value === "string" && isPath(value) || isProfileItem2(value);
}

function isProfileItem2(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "path":
        if (!(typeof field === "string" && isPath(field))) return false;
        break;
      case "description":
        if (!(typeof field === "string" && isOneLine(field))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "path");
}

function isAliasItem(value: unknown): boolean {
  return typeof value === "string" && value.length >= 1 &&
    isWellFormedText(value);
}

function isTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
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
