// Written by scripts/generate_checks.ts from the schema; not to be edited.
import { isWellFormedText } from "../schema/text_forms.ts";
import type { ModelsDocument } from "./catalog_schema.ts";

/**
 * Whether a value is a {@linkcode ModelsDocument}: what its schema says, without
 * loading zod. Looks at own fields only.
 */
export function isModelsDocument(value: unknown): value is ModelsDocument {
  return isDocument(value);
}

function isDocument(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "model":
        return isList(field, 0, isModelItem);
      default:
        return false;
    }
  });
}

function isModelItem(value: unknown): boolean {
  return hasFields(value, ["id", "provider"], (key, field) => {
    switch (key) {
      case "id":
        return typeof field === "string" && /^\S+$/.test(field) &&
          isWellFormedText(field);
      case "provider":
        return typeof field === "string" && /^[^\s/]+$/.test(field) &&
          isWellFormedText(field);
      case "context_window":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "max_context_window":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "capability":
        return isModelItemCapability(field);
      default:
        return false;
    }
  });
}

function isModelItemCapability(value: unknown): boolean {
  return hasFields(value, [
    "tool_calling",
    "structured_output",
    "prompt_caching",
  ], (key, field) => {
    switch (key) {
      case "tool_calling":
        return field === "none" || field === "sequential" ||
          field === "parallel";
      case "structured_output":
        return field === "none" || field === "json_object" ||
          field === "json_schema";
      case "reasoning":
        return field === "effort" || field === "budget_tokens" ||
          field === "both";
      case "vision":
        return typeof field === "boolean";
      case "prompt_caching":
        return isModelItemCapabilityPromptCaching(field);
      default:
        return false;
    }
  });
}

function isModelItemCapabilityPromptCaching(value: unknown): boolean {
  switch (isTable(value) && value.kind) {
    case "explicit":
      return isModelItemCapabilityPromptCachingExplicit(value);
    case "auto":
      return isModelItemCapabilityPromptCachingAuto(value);
    default:
      return false;
  }
}

function isModelItemCapabilityPromptCachingExplicit(value: unknown): boolean {
  return hasFields(value, ["kind", "max_breakpoints"], (key, field) => {
    switch (key) {
      case "kind":
        return field === "explicit";
      case "max_breakpoints":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0 && field <= 255;
      default:
        return false;
    }
  });
}

function isModelItemCapabilityPromptCachingAuto(value: unknown): boolean {
  return hasFields(value, ["kind"], (key, field) => {
    switch (key) {
      case "kind":
        return field === "auto";
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

function isList(
  value: unknown,
  minItems: number,
  isItem: (item: unknown) => boolean,
): boolean {
  if (!Array.isArray(value) || value.length < minItems) return false;
  // Not `every`, which passes over holes.
  for (let index = 0; index < value.length; index++) {
    if (!isItem(value[index])) return false;
  }
  return true;
}
