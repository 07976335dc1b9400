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
  return hasFields(value, ["provider"], (key, field) => {
    switch (key) {
      case "provider":
        return isList(field, 0, isProviderItem);
      default:
        return false;
    }
  });
}

function isProviderItem(value: unknown): boolean {
  return hasFields(
    value,
    ["id", "display_name", "scheme", "auth_hint"],
    (key, field) => {
      switch (key) {
        case "id":
          return typeof field === "string" && /^[^\s/]+$/.test(field) &&
            isWellFormedText(field);
        case "display_name":
          return typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field);
        case "scheme":
          return field === "anthropic" || field === "openai_chat" ||
            field === "openai_responses" || field === "gemini";
        case "base_url":
          return typeof field === "string" && isHttpUrl(field);
        case "auth_hint":
          return isProviderItemAuthHint(field);
        case "default_capability":
          return isProviderItemDefaultCapability(field);
        case "default_context_window":
          return typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0;
        default:
          return false;
      }
    },
  );
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
  return hasFields(value, ["kind"], (key, field) => {
    switch (key) {
      case "kind":
        return field === "none";
      default:
        return false;
    }
  });
}

function isProviderItemAuthHintApiKey(value: unknown): boolean {
  return hasFields(value, ["kind"], (key, field) => {
    switch (key) {
      case "kind":
        return field === "api_key";
      case "env":
        return typeof field === "string" &&
          /^[A-Za-z_][A-Za-z0-9_]*$/.test(field) && isWellFormedText(field);
      case "file":
        return typeof field === "string" && isPath(field);
      default:
        return false;
    }
  });
}

function isProviderItemAuthHintCodexOauth(value: unknown): boolean {
  return hasFields(value, ["kind"], (key, field) => {
    switch (key) {
      case "kind":
        return field === "codex_oauth";
      default:
        return false;
    }
  });
}

function isProviderItemAuthHintSecretRef(value: unknown): boolean {
  return hasFields(value, ["kind", "ref"], (key, field) => {
    switch (key) {
      case "kind":
        return field === "secret_ref";
      case "ref":
        return typeof field === "string" &&
          /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/.test(field) &&
          isWellFormedText(field);
      default:
        return false;
    }
  });
}

function isProviderItemDefaultCapability(value: unknown): boolean {
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
        return isProviderItemDefaultCapabilityPromptCaching(field);
      default:
        return false;
    }
  });
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

function isProviderItemDefaultCapabilityPromptCachingAuto(
  value: unknown,
): boolean {
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
