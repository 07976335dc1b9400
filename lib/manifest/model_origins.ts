import { type FieldPath, valueAt } from "../base/field_path.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { effectiveWindow } from "../catalog/effective_window.ts";
import { findRef } from "../catalog/find_ref.ts";
import type { ModelDraft, PinnedModel } from "../schema/model.ts";
import type { Origin } from "./origin.ts";

/** A model section as it was written, and what it was looked up in. */
export interface ModelOriginInputs {
  readonly kind: "profile" | "manifest";
  /** Where the section stands. */
  readonly section: FieldPath;
  readonly written: ModelDraft;
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
  const [field, ...rest] = path.map(String);
  const filledIn: Origin = field in DEFAULT_REASONS
    ? { kind: "default", reason: DEFAULT_REASONS[field] }
    : { kind: "default" };

  if (valueAt(written, [field]) !== undefined) {
    return valueAt(written, path) !== undefined
      ? { kind, field: [...section, ...path] }
      : filledIn;
  }
  if (written.ref === undefined) return filledIn;
  // The id is the second part of the `ref`.
  if (field === "model_id") return { kind, field: [...section, "ref"] };

  const { provider, entry } = findRef(catalog, written.ref, []);
  if (valueAt(entry, [field]) !== undefined) {
    return valueAt(entry, [field, ...rest]) === undefined ? filledIn : {
      kind: "catalog",
      file: "models",
      from: catalog.origin.models,
      entry: written.ref,
    };
  }
  const given = [PROVIDER_FIELDS[field], ...rest];
  return provider === undefined || valueAt(provider, given) === undefined
    ? filledIn
    : {
      kind: "catalog",
      file: "providers",
      from: catalog.origin.providers,
      entry: provider.id,
    };
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
  const terms = max_context_window === undefined
    ? "context_window"
    : `min(context_window ${context_window}, max_context_window ${max_context_window})`;
  const origins = ["context_window", "max_context_window"]
    .filter((field) => valueAt(model, [field]) !== undefined)
    .map((field) => nameOf(modelFieldOrigin([field], inputs)));
  const from = [...new Set(origins)].join(", ");
  return `${window} = ${terms} of ${model.ref ?? model.model_id} (${from})`;
}

function nameOf(origin: Origin): string {
  return origin.kind === "catalog" ? `${origin.from} catalog` : origin.kind;
}
