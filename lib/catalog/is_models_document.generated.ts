// Written by scripts/generate_checks.ts from the schema; not to be edited.
import { isDay, isOneLine, isWellFormedText } from "../schema/text_forms.ts";
import type { ModelsDocument } from "./catalog_schema.ts";

/**
 * Whether a value is a {@linkcode ModelsDocument}: what its schema says, without
 * loading zod. Looks at own fields only.
 */
export function isModelsDocument(value: unknown): value is ModelsDocument {
  return isDocument(value);
}

function isDocument(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "model":
        if (!(isList(field, 0, isModelItem))) return false;
        break;
      case "retired":
        if (!(isList(field, 0, isRetiredItem))) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isModelItem(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "id":
        if (
          !(typeof field === "string" && /^\S+$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      case "provider":
        if (
          !(typeof field === "string" && /^[^\s/]+$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      case "context_window":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "max_context_window":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "capability":
        if (!(isModelItemCapability(field))) return false;
        break;
      case "max_output_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 1)
        ) return false;
        break;
      case "reasoning_efforts":
        if (!(isList(field, 1, isModelItemReasoningEffortsItem))) return false;
        break;
      case "reasoning_budget":
        if (!(isModelItemReasoningBudget(field))) return false;
        break;
      case "temperature":
        if (!(typeof field === "boolean")) return false;
        break;
      case "default_max_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 1 && field <= 4294967295)
        ) return false;
        break;
      case "note":
        if (!(typeof field === "string" && isOneLine(field))) return false;
        break;
      case "retires":
        if (!(typeof field === "string" && isDay(field))) return false;
        break;
      case "replacement":
        if (
          !(typeof field === "string" && /^\S+$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "id") && Object.hasOwn(value, "provider");
}

function isModelItemCapability(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "tool_calling":
        if (
          !(field === "none" || field === "sequential" || field === "parallel")
        ) return false;
        break;
      case "structured_output":
        if (
          !(field === "none" || field === "json_object" ||
            field === "json_schema")
        ) return false;
        break;
      case "reasoning":
        if (
          !(field === "effort" || field === "budget_tokens" || field === "both")
        ) return false;
        break;
      case "vision":
        if (!(typeof field === "boolean")) return false;
        break;
      case "prompt_caching":
        if (!(isModelItemCapabilityPromptCaching(field))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "tool_calling") &&
    Object.hasOwn(value, "structured_output") &&
    Object.hasOwn(value, "prompt_caching");
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
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "kind":
        if (!(field === "explicit")) return false;
        break;
      case "max_breakpoints":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0 && field <= 255)
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "kind") &&
    Object.hasOwn(value, "max_breakpoints");
}

function isModelItemCapabilityPromptCachingAuto(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "kind":
        if (!(field === "auto")) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "kind");
}

function isModelItemReasoningEffortsItem(value: unknown): boolean {
  return typeof value === "string" && /^\S+$/.test(value) &&
    isWellFormedText(value);
}

function isModelItemReasoningBudget(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "min":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "max":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isRetiredItem(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "provider":
        if (
          !(typeof field === "string" && /^[^\s/]+$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      case "id":
        if (
          !(typeof field === "string" && /^\S+$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      case "since":
        if (!(typeof field === "string" && isDay(field))) return false;
        break;
      case "replacement":
        if (
          !(typeof field === "string" && /^\S+$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "provider") && Object.hasOwn(value, "id") &&
    Object.hasOwn(value, "since");
}

function isTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
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
