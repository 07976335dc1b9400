// Written by scripts/generate_checks.ts from the schema; not to be edited.
import { isPodName } from "../schema/pod_name.ts";
import {
  isAbsolutePath,
  isHttpUrl,
  isOneLine,
  isPromptReference,
  isWellFormedText,
} from "../schema/text_forms.ts";
import type { PodManifest } from "./pod_manifest.ts";

/**
 * Whether a value is a {@linkcode PodManifest}: what its schema says, without
 * loading zod. Looks at own fields only.
 */
export function isPodManifest(value: unknown): value is PodManifest {
  return isDocument(value);
}

function isDocument(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "pod":
        if (!(isPod(field))) return false;
        break;
      case "model":
        if (!(isModel(field))) return false;
        break;
      case "worker":
        if (!(isWorker(field))) return false;
        break;
      case "scope":
        if (!(isScope(field))) return false;
        break;
      case "session":
        if (!(isSession(field))) return false;
        break;
      case "permissions":
        if (!(isPermissions(field))) return false;
        break;
      case "compaction":
        if (!(isCompaction(field))) return false;
        break;
      case "memory":
        if (!(isMemory(field))) return false;
        break;
      case "web":
        if (!(isWeb(field))) return false;
        break;
      case "skills":
        if (!(isSkills(field))) return false;
        break;
      case "profile":
        if (!(isProfile(field))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "pod") && Object.hasOwn(value, "model") &&
    Object.hasOwn(value, "worker") && Object.hasOwn(value, "scope") &&
    Object.hasOwn(value, "session");
}

function isPod(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "name":
        if (!(typeof field === "string" && isPodName(field))) return false;
        break;
      case "prompt_pack":
        if (!(typeof field === "string" && isAbsolutePath(field))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "name");
}

function isModel(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "ref":
        if (
          !(typeof field === "string" && /^[^/\s]+\/\S+$/.test(field) &&
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
      case "model_id":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "auth":
        if (!(isModelAuth(field))) return false;
        break;
      case "capability":
        if (!(isModelCapability(field))) return false;
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
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "scheme") && Object.hasOwn(value, "model_id") &&
    Object.hasOwn(value, "auth") && Object.hasOwn(value, "context_window");
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

function isModelAuthApiKey(value: unknown): boolean {
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
        if (!(typeof field === "string" && isAbsolutePath(field))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "kind");
}

function isModelAuthCodexOauth(value: unknown): boolean {
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

function isModelAuthSecretRef(value: unknown): boolean {
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

function isModelCapability(value: unknown): boolean {
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
        if (!(isModelCapabilityPromptCaching(field))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "tool_calling") &&
    Object.hasOwn(value, "structured_output") &&
    Object.hasOwn(value, "vision") && Object.hasOwn(value, "prompt_caching");
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

function isModelCapabilityPromptCachingAuto(value: unknown): boolean {
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

function isWorker(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "instruction":
        if (!(typeof field === "string" && isPromptReference(field))) {
          return false;
        }
        break;
      case "language":
        if (!(typeof field === "string" && isWellFormedText(field))) {
          return false;
        }
        break;
      case "max_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 1)
        ) return false;
        break;
      case "max_turns":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 1)
        ) return false;
        break;
      case "temperature":
        if (
          !(typeof field === "number" && Number.isFinite(field) && field >= 0 &&
            field <= 2)
        ) return false;
        break;
      case "top_p":
        if (
          !(typeof field === "number" && Number.isFinite(field) && field >= 0 &&
            field <= 1)
        ) return false;
        break;
      case "top_k":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "stop_sequences":
        if (!(isList(field, 0, isWorkerStopSequencesItem))) return false;
        break;
      case "reasoning":
        if (
          !(typeof field === "string" &&
              /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(field) &&
              isWellFormedText(field) ||
            typeof field === "number" && Number.isSafeInteger(field) &&
              field >= -1)
        ) return false;
        break;
      case "tool_output":
        if (!(isWorkerToolOutput(field))) return false;
        break;
      case "file_upload":
        if (!(isWorkerFileUpload(field))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "instruction") &&
    Object.hasOwn(value, "language") &&
    Object.hasOwn(value, "stop_sequences") &&
    Object.hasOwn(value, "tool_output") && Object.hasOwn(value, "file_upload");
}

function isWorkerStopSequencesItem(value: unknown): boolean {
  return typeof value === "string" && isWellFormedText(value);
}

function isWorkerToolOutput(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "default_max_bytes":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "per_tool":
        if (
          !(isMap(
            field,
            isWorkerToolOutputPerToolKey,
            isWorkerToolOutputPerToolItem,
          ))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "default_max_bytes") &&
    Object.hasOwn(value, "per_tool");
}

function isWorkerToolOutputPerToolKey(value: unknown): boolean {
  return typeof value === "string" && value.length >= 1 &&
    isWellFormedText(value);
}

function isWorkerToolOutputPerToolItem(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isWorkerFileUpload(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "max_bytes":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "max_bytes");
}

function isScope(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "allow":
        if (!(isList(field, 1, isScopeAllowItem))) return false;
        break;
      case "deny":
        if (!(isList(field, 0, isScopeAllowItem))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "allow") && Object.hasOwn(value, "deny");
}

function isScopeAllowItem(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "target":
        if (!(typeof field === "string" && isAbsolutePath(field))) return false;
        break;
      case "permission":
        if (!(field === "read" || field === "write")) return false;
        break;
      case "recursive":
        if (!(typeof field === "boolean")) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "target") && Object.hasOwn(value, "permission") &&
    Object.hasOwn(value, "recursive");
}

function isSession(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "record_event_trace":
        if (!(typeof field === "boolean")) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "record_event_trace");
}

function isPermissions(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "default_action":
        if (!(field === "allow" || field === "deny" || field === "ask")) {
          return false;
        }
        break;
      case "rule":
        if (!(isList(field, 0, isPermissionsRuleItem))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "default_action") && Object.hasOwn(value, "rule");
}

function isPermissionsRuleItem(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "tool":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "pattern":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "action":
        if (!(field === "allow" || field === "deny" || field === "ask")) {
          return false;
        }
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "tool") && Object.hasOwn(value, "pattern") &&
    Object.hasOwn(value, "action");
}

function isCompaction(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "prune_protected_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "prune_min_savings":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "threshold":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "request_threshold":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "retained_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "overview_target_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "overview_warning_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "overview_deadline_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "worker_context_max_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "finish_warning_remaining_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "final_reserve_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "worker_max_turns":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "summary_target_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "summary_max_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "auto_read_budget_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "result_context_max_tokens":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "model":
        if (!(isModel(field))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "prune_protected_tokens") &&
    Object.hasOwn(value, "prune_min_savings") &&
    Object.hasOwn(value, "retained_tokens") &&
    Object.hasOwn(value, "overview_target_tokens") &&
    Object.hasOwn(value, "overview_warning_tokens") &&
    Object.hasOwn(value, "overview_deadline_tokens") &&
    Object.hasOwn(value, "worker_context_max_tokens") &&
    Object.hasOwn(value, "finish_warning_remaining_tokens") &&
    Object.hasOwn(value, "final_reserve_tokens") &&
    Object.hasOwn(value, "worker_max_turns") &&
    Object.hasOwn(value, "summary_target_tokens") &&
    Object.hasOwn(value, "summary_max_tokens") &&
    Object.hasOwn(value, "auto_read_budget_tokens") &&
    Object.hasOwn(value, "result_context_max_tokens");
}

function isMemory(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "workspace_root":
        if (!(typeof field === "string" && isAbsolutePath(field))) return false;
        break;
      case "query_result_limit":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "query_excerpt_lines":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "inject_summary":
        if (!(typeof field === "boolean")) return false;
        break;
      case "language":
        if (!(typeof field === "string" && isWellFormedText(field))) {
          return false;
        }
        break;
      case "extract_model":
        if (!(isModel(field))) return false;
        break;
      case "extract_threshold":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "extract_worker_max_turns":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "consolidation_model":
        if (!(isModel(field))) return false;
        break;
      case "consolidation_threshold_files":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "consolidation_threshold_bytes":
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

function isWeb(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "enabled":
        if (!(typeof field === "boolean")) return false;
        break;
      case "allow_private_addresses":
        if (!(typeof field === "boolean")) return false;
        break;
      case "search":
        if (!(isWebSearch(field))) return false;
        break;
      case "fetch":
        if (!(isWebFetch(field))) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isWebSearch(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "enabled":
        if (!(typeof field === "boolean")) return false;
        break;
      case "provider":
        if (!(field === "brave")) return false;
        break;
      case "api_key_env":
        if (
          !(typeof field === "string" &&
            /^[A-Za-z_][A-Za-z0-9_]*$/.test(field) && isWellFormedText(field))
        ) return false;
        break;
      case "api_key_secret":
        if (
          !(typeof field === "string" &&
            /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      case "timeout_secs":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "base_url":
        if (!(typeof field === "string" && isHttpUrl(field))) return false;
        break;
      case "country":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "search_lang":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "ui_lang":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "safesearch":
        if (!(field === "off" || field === "moderate" || field === "strict")) {
          return false;
        }
        break;
      default:
        return false;
    }
  }
  return true;
}

function isWebFetch(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "enabled":
        if (!(typeof field === "boolean")) return false;
        break;
      case "timeout_secs":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "redirect_limit":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "max_response_bytes":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "max_output_bytes":
        if (
          !(typeof field === "number" && Number.isSafeInteger(field) &&
            field >= 0)
        ) return false;
        break;
      case "allow_private_addresses":
        if (!(typeof field === "boolean")) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isSkills(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "directories":
        if (!(isList(field, 0, isSkillsDirectoriesItem))) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "directories");
}

function isSkillsDirectoriesItem(value: unknown): boolean {
  return typeof value === "string" && isAbsolutePath(value);
}

function isProfile(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "source":
        if (!(isProfileSource(field))) return false;
        break;
      case "profile":
        if (!(isProfileProfile(field))) return false;
        break;
      case "inputs":
        if (!(isProfileInputs(field))) return false;
        break;
      case "digest":
        if (
          !(typeof field === "string" && /^sha256:[0-9a-f]{64}$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "source") && Object.hasOwn(value, "profile") &&
    Object.hasOwn(value, "inputs") && Object.hasOwn(value, "digest");
}

function isProfileSource(value: unknown): boolean {
  switch (isTable(value) && value.kind) {
    case "registry":
      return isProfileSourceRegistry(value);
    case "path":
      return isProfileSourcePath(value);
    default:
      return false;
  }
}

function isProfileSourceRegistry(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "kind":
        if (!(field === "registry")) return false;
        break;
      case "source":
        if (!(field === "builtin" || field === "user" || field === "project")) {
          return false;
        }
        break;
      case "name":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "path":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "kind") && Object.hasOwn(value, "source") &&
    Object.hasOwn(value, "name") && Object.hasOwn(value, "path");
}

function isProfileSourcePath(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "kind":
        if (!(field === "path")) return false;
        break;
      case "path":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "kind") && Object.hasOwn(value, "path");
}

function isProfileProfile(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "name":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "description":
        if (!(typeof field === "string" && isOneLine(field))) return false;
        break;
      case "format":
        if (
          !(typeof field === "string" &&
            /^insomnia\.[a-z-]+\.v[0-9]+$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "name") && Object.hasOwn(value, "format");
}

function isProfileInputs(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "modules":
        if (!(isList(field, 0, isProfileInputsModulesItem))) return false;
        break;
      case "catalog":
        if (!(isProfileInputsCatalog(field))) return false;
        break;
      case "resolver":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "modules") && Object.hasOwn(value, "catalog") &&
    Object.hasOwn(value, "resolver");
}

function isProfileInputsModulesItem(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "name":
        if (
          !(typeof field === "string" && field.length >= 1 &&
            isWellFormedText(field))
        ) return false;
        break;
      case "sha256":
        if (
          !(typeof field === "string" && /^[0-9a-f]{64}$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "name") && Object.hasOwn(value, "sha256");
}

function isProfileInputsCatalog(value: unknown): boolean {
  if (!isTable(value)) return false;
  for (const key of Object.keys(value)) {
    const field = value[key];
    switch (key) {
      case "providers":
        if (!(field === "builtin" || field === "user" || field === "given")) {
          return false;
        }
        break;
      case "models":
        if (!(field === "builtin" || field === "user" || field === "given")) {
          return false;
        }
        break;
      case "sha256":
        if (
          !(typeof field === "string" && /^[0-9a-f]{64}$/.test(field) &&
            isWellFormedText(field))
        ) return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(value, "providers") && Object.hasOwn(value, "models") &&
    Object.hasOwn(value, "sha256");
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
