// Written by scripts/generate_checks.ts from the schema; not to be edited.
import {
  isHttpUrl,
  isOneLine,
  isPath,
  isPromptReference,
  isWellFormedText,
} from "../schema/text_forms.ts";
import type { ProfileInput } from "./profile_input.ts";

/**
 * Whether a value is a {@linkcode ProfileInput}: what its schema says, without
 * loading zod. Looks at own fields only.
 */
export function isProfileInput(value: unknown): value is ProfileInput {
  return isDocument(value);
}

function isDocument(value: unknown): boolean {
  return hasFields(value, ["model"], (key, field) => {
    switch (key) {
      case "slug":
        return typeof field === "string" &&
          /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(field) &&
          isWellFormedText(field);
      case "description":
        return typeof field === "string" && isOneLine(field);
      case "role":
        return typeof field === "string" && /^\S{1,64}$/.test(field) &&
          isWellFormedText(field);
      case "model":
        return typeof field === "string" && /^[^/\s]+\/\S+$/.test(field) &&
            isWellFormedText(field) || isModel(field);
      case "worker":
        return isWorker(field);
      case "scope":
        return field === "workspace_read" || field === "workspace_write" ||
          isScope(field);
      case "session":
        return isSession(field);
      case "permissions":
        return isPermissions(field);
      case "compaction":
        return isCompaction(field);
      case "memory":
        return isMemory(field);
      case "web":
        return isWeb(field);
      case "skills":
        return isSkills(field);
      default:
        return false;
    }
  });
}

function isModel(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "ref":
        return typeof field === "string" && /^[^/\s]+\/\S+$/.test(field) &&
          isWellFormedText(field);
      case "scheme":
        return field === "anthropic" || field === "openai_chat" ||
          field === "openai_responses" || field === "gemini";
      case "base_url":
        return typeof field === "string" && isHttpUrl(field);
      case "model_id":
        return typeof field === "string" && field.length >= 1 &&
          isWellFormedText(field);
      case "auth":
        return isModelAuth(field);
      case "capability":
        return isModelCapability(field);
      case "context_window":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "max_context_window":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "quality":
        return field === "low" || field === "balanced" || field === "high" ||
          field === "max";
      default:
        return false;
    }
  });
}

function isModelAuth(value: unknown): boolean {
  switch (isTable(value) && value.kind) {
    case "none":
      return isModelAuthNone(value);
    case "api_key":
      return isModelAuthApiKey(value);
    case "codex_oauth":
      return isModelAuthCodexOauth(value);
    case "secret_ref":
      return isModelAuthSecretRef(value);
    default:
      return false;
  }
}

function isModelAuthNone(value: unknown): boolean {
  return hasFields(value, ["kind"], (key, field) => {
    switch (key) {
      case "kind":
        return field === "none";
      default:
        return false;
    }
  });
}

function isModelAuthApiKey(value: unknown): boolean {
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

function isModelAuthCodexOauth(value: unknown): boolean {
  return hasFields(value, ["kind"], (key, field) => {
    switch (key) {
      case "kind":
        return field === "codex_oauth";
      default:
        return false;
    }
  });
}

function isModelAuthSecretRef(value: unknown): boolean {
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

function isModelCapability(value: unknown): boolean {
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
        return isModelCapabilityPromptCaching(field);
      default:
        return false;
    }
  });
}

function isModelCapabilityPromptCaching(value: unknown): boolean {
  switch (isTable(value) && value.kind) {
    case "explicit":
      return isModelCapabilityPromptCachingExplicit(value);
    case "auto":
      return isModelCapabilityPromptCachingAuto(value);
    default:
      return false;
  }
}

function isModelCapabilityPromptCachingExplicit(value: unknown): boolean {
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

function isModelCapabilityPromptCachingAuto(value: unknown): boolean {
  return hasFields(value, ["kind"], (key, field) => {
    switch (key) {
      case "kind":
        return field === "auto";
      default:
        return false;
    }
  });
}

function isWorker(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "instruction":
        return typeof field === "string" && isPromptReference(field);
      case "language":
        return typeof field === "string" && isWellFormedText(field);
      case "max_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 1;
      case "max_turns":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 1;
      case "temperature":
        return typeof field === "number" && Number.isFinite(field) &&
          field >= 0 && field <= 2;
      case "top_p":
        return typeof field === "number" && Number.isFinite(field) &&
          field >= 0 && field <= 1;
      case "top_k":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "stop_sequences":
        return isList(field, 0, isWorkerStopSequencesItem);
      case "reasoning":
        return typeof field === "string" &&
            /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(field) &&
            isWellFormedText(field) ||
          typeof field === "number" && Number.isSafeInteger(field) &&
            field >= -1 ||
          isWorkerReasoning(field);
      case "tool_output":
        return isWorkerToolOutput(field);
      case "file_upload":
        return isWorkerFileUpload(field);
      default:
        return false;
    }
  });
}

function isWorkerStopSequencesItem(value: unknown): boolean {
  return typeof value === "string" && isWellFormedText(value);
}

function isWorkerReasoning(value: unknown): boolean {
  return hasFields(value, ["ratio"], (key, field) => {
    switch (key) {
      case "ratio":
        return typeof field === "number" && Number.isFinite(field) &&
          field > 0 && field < 1;
      default:
        return false;
    }
  });
}

function isWorkerToolOutput(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "default_max_bytes":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "per_tool":
        return isMap(
          field,
          isWorkerToolOutputPerToolKey,
          isWorkerToolOutputPerToolItem,
        );
      default:
        return false;
    }
  });
}

function isWorkerToolOutputPerToolKey(value: unknown): boolean {
  return typeof value === "string" && value.length >= 1 &&
    isWellFormedText(value);
}

function isWorkerToolOutputPerToolItem(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isWorkerFileUpload(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "max_bytes":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      default:
        return false;
    }
  });
}

function isScope(value: unknown): boolean {
  return hasFields(value, ["intent"], (key, field) => {
    switch (key) {
      case "intent":
        return field === "workspace_read" || field === "workspace_write";
      default:
        return false;
    }
  });
}

function isSession(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "record_event_trace":
        return typeof field === "boolean";
      default:
        return false;
    }
  });
}

function isPermissions(value: unknown): boolean {
  return hasFields(value, ["default_action"], (key, field) => {
    switch (key) {
      case "default_action":
        return field === "allow" || field === "deny" || field === "ask";
      case "rule":
        return isList(field, 0, isPermissionsRuleItem);
      default:
        return false;
    }
  });
}

function isPermissionsRuleItem(value: unknown): boolean {
  return hasFields(value, ["tool", "pattern", "action"], (key, field) => {
    switch (key) {
      case "tool":
        return typeof field === "string" && field.length >= 1 &&
          isWellFormedText(field);
      case "pattern":
        return typeof field === "string" && field.length >= 1 &&
          isWellFormedText(field);
      case "action":
        return field === "allow" || field === "deny" || field === "ask";
      default:
        return false;
    }
  });
}

function isCompaction(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "preset":
        return field === "long_coding" || field === "research" ||
          field === "balanced" || field === "frugal";
      case "prune_protected_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "prune_min_savings":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "threshold":
        return typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0 || isWorkerReasoning(field);
      case "request_threshold":
        return typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0 || isWorkerReasoning(field);
      case "retained_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "overview_target_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "overview_warning_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "overview_deadline_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "worker_context_max_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0 || isWorkerReasoning(field);
      case "finish_warning_remaining_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "final_reserve_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "worker_max_turns":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "summary_target_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "summary_max_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "auto_read_budget_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "result_context_max_tokens":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "model":
        return typeof field === "string" && /^[^/\s]+\/\S+$/.test(field) &&
            isWellFormedText(field) || isModel(field);
      default:
        return false;
    }
  });
}

function isMemory(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "preset":
        return field === "long_context" || field === "light";
      case "workspace_root":
        return typeof field === "string" && isPath(field);
      case "query_result_limit":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "query_excerpt_lines":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "inject_summary":
        return typeof field === "boolean";
      case "language":
        return typeof field === "string" && isWellFormedText(field);
      case "extract_model":
        return typeof field === "string" && /^[^/\s]+\/\S+$/.test(field) &&
            isWellFormedText(field) || isModel(field);
      case "extract_threshold":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "extract_worker_max_turns":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "consolidation_model":
        return typeof field === "string" && /^[^/\s]+\/\S+$/.test(field) &&
            isWellFormedText(field) || isModel(field);
      case "consolidation_threshold_files":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "consolidation_threshold_bytes":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "extract_threshold_ratio":
        return typeof field === "number" && Number.isFinite(field) &&
          field > 0 && field < 1;
      default:
        return false;
    }
  });
}

function isWeb(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "enabled":
        return typeof field === "boolean";
      case "allow_private_addresses":
        return typeof field === "boolean";
      case "search":
        return isWebSearch(field);
      case "fetch":
        return isWebFetch(field);
      default:
        return false;
    }
  });
}

function isWebSearch(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "enabled":
        return typeof field === "boolean";
      case "provider":
        return field === "brave";
      case "api_key_env":
        return typeof field === "string" &&
          /^[A-Za-z_][A-Za-z0-9_]*$/.test(field) && isWellFormedText(field);
      case "api_key_secret":
        return typeof field === "string" &&
          /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/.test(field) &&
          isWellFormedText(field);
      case "timeout_secs":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "base_url":
        return typeof field === "string" && isHttpUrl(field);
      case "country":
        return typeof field === "string" && field.length >= 1 &&
          isWellFormedText(field);
      case "search_lang":
        return typeof field === "string" && field.length >= 1 &&
          isWellFormedText(field);
      case "ui_lang":
        return typeof field === "string" && field.length >= 1 &&
          isWellFormedText(field);
      case "safesearch":
        return field === "off" || field === "moderate" || field === "strict";
      default:
        return false;
    }
  });
}

function isWebFetch(value: unknown): boolean {
  return hasFields(value, [], (key, field) => {
    switch (key) {
      case "enabled":
        return typeof field === "boolean";
      case "timeout_secs":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "redirect_limit":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "max_response_bytes":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "max_output_bytes":
        return typeof field === "number" && Number.isSafeInteger(field) &&
          field >= 0;
      case "allow_private_addresses":
        return typeof field === "boolean";
      default:
        return false;
    }
  });
}

function isSkills(value: unknown): boolean {
  return hasFields(value, ["directories"], (key, field) => {
    switch (key) {
      case "directories":
        return isList(field, 0, isSkillsDirectoriesItem);
      default:
        return false;
    }
  });
}

function isSkillsDirectoriesItem(value: unknown): boolean {
  return typeof value === "string" && isPath(value);
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
