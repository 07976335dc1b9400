import { isObject } from "../../base/json.ts";
import { BASE_URLS, CODEX_OAUTH_BASE_URL } from "../../schema/defaults.ts";
import type { PinnedModel } from "../../schema/model.ts";
import type { PodManifest } from "../../schema/pod_manifest.ts";
import type { ScopeRule } from "../../schema/scope.ts";

/**
 * A manifest with one spelling for what may be said in several: what is `null`
 * is left out, as is the section that says where it came from, and what the
 * runtime fills in is filled in.
 *
 * @param manifest may be another program's: whatever is in it, nothing is thrown
 */
export function comparableManifest(manifest: PodManifest): PodManifest {
  const { profile: _, ...rest } = withoutNull(manifest) as PodManifest;
  const { model, scope, permissions, compaction, memory } = rest;
  return {
    ...rest,
    ...model && { model: comparableModel(model) },
    ...scope && {
      scope: {
        allow: withRecursive(scope.allow),
        deny: withRecursive(scope.deny),
      },
    },
    ...permissions &&
      { permissions: { ...permissions, rule: permissions.rule ?? [] } },
    ...compaction && { compaction: withModels(compaction, ["model"]) },
    ...memory && {
      memory: withModels(memory, ["extract_model", "consolidation_model"]),
    },
  };
}

/** Of what is no rule, or no list of them, nothing is changed. */
function withRecursive(
  rules: readonly ScopeRule[] = [],
): readonly ScopeRule[] {
  if (!Array.isArray(rules)) return rules;
  return rules.map((rule) =>
    isObject(rule) ? { ...rule, recursive: rule.recursive ?? true } : rule
  );
}

function withModels<S extends object>(
  section: S,
  names: readonly (keyof S)[],
): S {
  const result = { ...section };
  for (const name of names) {
    const model = result[name] as PinnedModel | undefined;
    if (model) Object.assign(result, { [name]: comparableModel(model) });
  }
  return result;
}

function comparableModel(model: PinnedModel): PinnedModel {
  const { capability } = model;
  return {
    ...model,
    base_url: model.base_url ??
      (model.auth?.kind === "codex_oauth"
        ? CODEX_OAUTH_BASE_URL
        : BASE_URLS[model.scheme]),
    ...capability &&
      { capability: { ...capability, vision: capability.vision ?? false } },
    max_context_window: model.max_context_window ?? model.context_window,
  };
}

/** The runtime writes unset fields as `null`, at any depth. */
export function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null && field !== undefined)
      .map(([key, field]) => [key, withoutNull(field)]),
  );
}
