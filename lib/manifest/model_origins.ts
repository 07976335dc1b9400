import { type FieldPath, valueAt } from "../base/field_path.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { effectiveWindow } from "../catalog/effective_window.ts";
import { findRef } from "../catalog/find_ref.ts";
import { resolveModel } from "../catalog/resolve_model.ts";
import type { ModelInput, PinnedModel } from "../schema/model.ts";
import type { Origin } from "./origin.ts";
import { contextBudgetTokens } from "./policies/context_budget.ts";

/** A model section as it was written, and what it was looked up in. */
export interface ModelOriginInputs {
  readonly kind: "profile" | "manifest";
  /** Where the section stands. */
  readonly section: FieldPath;
  readonly written: ModelInput;
  readonly catalog: Catalog;
}

/** What the fields of a model are called in a provider's entry. */
const PROVIDER_FIELDS: Readonly<Record<string, string>> = {
  scheme: "scheme",
  base_url: "base_url",
  auth: "auth_hint",
  capability: "default_capability",
  context_window: "default_context_window",
};

/** What is filled in when neither section nor catalog says it. */
const DEFAULT_REASONS: Readonly<Record<string, string>> = {
  auth: "the variable of the wire scheme",
  base_url: "the address of the credential, else of the wire scheme",
  capability: "what the runtime takes a model of the wire scheme to do",
  max_context_window: "no limit below `context_window`",
};

/**
 * Where a field of a pinned model came from, in the order in which it was
 * looked for.
 *
 * @param path within the section, as `auth.env`
 */
export function modelFieldOrigin(
  path: FieldPath,
  { kind, section, written, catalog }: ModelOriginInputs,
): Origin {
  const [field = "", ...rest] = path.map(String);
  if (field === "max_context_window" && isLowered(written, catalog)) {
    return { kind, field: [...section, "context_budget"] };
  }
  const reason = DEFAULT_REASONS[field];
  const filledIn: Origin = reason === undefined
    ? { kind: "default" }
    : { kind: "default", reason };

  if (valueAt(written, [field]) !== undefined) {
    if (valueAt(written, path) !== undefined) {
      return { kind, field: [...section, ...path] };
    }
    return field === "auth" ? filledIn : { kind: "default" };
  }
  if (written.ref === undefined) return filledIn;
  // The id is the second part of the `ref`.
  if (field === "model_id") return { kind, field: [...section, "ref"] };

  const { provider, entry } = findRef(catalog, written.ref, []);
  if (valueAt(entry, [field]) !== undefined) {
    return valueAt(entry, [field, ...rest]) === undefined
      ? { kind: "default" }
      : {
        kind: "catalog",
        file: "models",
        from: catalog.origin.models,
        entry: written.ref,
      };
  }
  const given = [PROVIDER_FIELDS[field] ?? field, ...rest];
  return provider === undefined || valueAt(provider, given) === undefined
    ? filledIn
    : {
      kind: "catalog",
      file: "providers",
      from: catalog.origin.providers,
      entry: provider.id,
    };
}

/** Whether a context budget leaves less of the window than there is. */
function isLowered(
  { context_budget: budget, ...written }: ModelInput,
  catalog: Catalog,
): boolean {
  if (budget === undefined) return false;
  const { window } = resolveModel(catalog, written);
  return window !== undefined && contextBudgetTokens(budget, window) < window;
}

/**
 * Where a window is from: `272000 = min(context_window 1000000,
 * max_context_window 272000) of codex-oauth/gpt-5.5 (builtin catalog)`.
 */
export function explainWindow(
  model: PinnedModel,
  inputs: ModelOriginInputs,
): string {
  const { context_window, max_context_window } = model;
  const window = effectiveWindow(model);
  const limit = modelFieldOrigin(["max_context_window"], inputs);
  const isLimited = limit.kind !== "default";
  const terms = isLimited
    ? `min(context_window ${context_window}, max_context_window ${max_context_window})`
    : "context_window";
  const origins = [
    modelFieldOrigin(["context_window"], inputs),
    ...isLimited ? [limit] : [],
  ].map(nameOf);
  const from = [...new Set(origins)].join(", ");
  const name = inputs.written.ref ?? model.model_id;
  return `${window} = ${terms} of ${name} (${from})`;
}

function nameOf(origin: Origin): string {
  return origin.kind === "catalog" ? `${origin.from} catalog` : origin.kind;
}
