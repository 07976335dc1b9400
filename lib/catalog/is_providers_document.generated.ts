// Written by scripts/generate_checks.ts from the schema; not to be edited.
import { isHttpUrl, isPath, isWellFormedText } from "../schema/text_forms.ts";
import type { ProvidersDocument } from "./catalog_schema.ts";

/**
 * Whether a value is a {@linkcode ProvidersDocument}: what its schema says, without
 * loading zod. Looks at own fields only.
 */
export function isProvidersDocument(
  value: unknown,
): value is ProvidersDocument {
  return isDocument(value);
}

function isDocument(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "provider":
        if (!(isList(field, 0, isProviderItem))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "provider");
}

function isProviderItem(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "id":
        if (
          !(typeof field === "string" && /^[^\s/]+$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      case "display_name":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "scheme":
        if (
          !(field === "anthropic" || field === "openai_chat" ||
            field === "openai_responses" || field === "gemini")
        ) return false;
        break;
      case "base_url":
        if (!(typeof field === "string" && isHttpUrl(field))) return false;
        break;
      case "auth_hint":
        if (!(isProviderItemAuthHint(field))) return false;
        break;
      case "default_capability":
        if (!(isProviderItemDefaultCapability(field))) return false;
        break;
      case "default_context_window":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "id") && Object.hasOwn(value, "display_name") &&
    Object.hasOwn(value, "scheme") && Object.hasOwn(value, "auth_hint");
}

function isProviderItemAuthHint(value: unknown): boolean {
  switch (isTable(value) && value.kind) {
    case "none":
      return isProviderItemAuthHintNone(value);
    case "api_key":
      return isProviderItemAuthHintApiKey(value);
    case "codex_oauth":
      return isProviderItemAuthHintCodexOauth(value);
    case "secret_ref":
      return isProviderItemAuthHintSecretRef(value);
    default:
      return false;
  }
}

function isProviderItemAuthHintNone(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "kind":
        if (!(field === "none")) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "kind");
}

function isProviderItemAuthHintApiKey(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "kind":
        if (!(field === "api_key")) return false;
        break;
      case "env":
        if (
          !(typeof field === "string" &&
            /^[A-Za-z_][A-Za-z0-9_]*$/.test(field) && isWellFormedText(field))
        ) return false;
        break;
      case "file":
        if (!(typeof field === "string" && isPath(field))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "kind");
}

function isProviderItemAuthHintCodexOauth(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "kind":
        if (!(field === "codex_oauth")) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "kind");
}

function isProviderItemAuthHintSecretRef(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "kind":
        if (!(field === "secret_ref")) return false;
        break;
      case "ref":
        if (
          !(typeof field === "string" &&
            /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "kind") && Object.hasOwn(value, "ref");
}

function isProviderItemDefaultCapability(value: unknown): boolean {
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
        if (!(isProviderItemDefaultCapabilityPromptCaching(field))) {
          return false;
        }
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "tool_calling") &&
    Object.hasOwn(value, "structured_output") &&
    Object.hasOwn(value, "prompt_caching");
}

function isProviderItemDefaultCapabilityPromptCaching(value: unknown): boolean {
  switch (isTable(value) && value.kind) {
    case "explicit":
      return isProviderItemDefaultCapabilityPromptCachingExplicit(value);
    case "auto":
      return isProviderItemDefaultCapabilityPromptCachingAuto(value);
    default:
      return false;
  }
}

function isProviderItemDefaultCapabilityPromptCachingExplicit(
  value: unknown,
): boolean {
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

function isProviderItemDefaultCapabilityPromptCachingAuto(
  value: unknown,
): boolean {
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
