import { defined } from "../base/defined.ts";
import type { FieldPath } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import { DEFAULT_CONTEXT_WINDOW } from "../schema/defaults.ts";
import type { ModelDraft, PinnedModel } from "../schema/model.ts";
import type { Catalog } from "./catalog.ts";
import type { CatalogModel } from "./models_schema.ts";
import type { CatalogProvider } from "./providers_schema.ts";
import type { RetiredModel } from "./models_schema.ts";
import { effectiveWindow } from "./effective_window.ts";
import { findRef, type FoundRef } from "./find_ref.ts";
import { pinAuth } from "./pin_auth.ts";
import { pinBaseUrl } from "./pin_base_url.ts";
import { requireCatalog } from "./given_catalog.ts";
import { schemeCapability } from "./scheme_capability.ts";

/** A model section looked up in a catalog. */
export interface ResolvedModel {
  /** Every field filled in; left out when there is an error among the problems. */
  readonly model?: PinnedModel;
  /** What the model was looked up by; not part of it. */
  readonly ref?: string;
  /** Effective tokens of `model`. */
  readonly window?: number;
  /** The provider that `ref` names, where the catalog knows it. */
  readonly provider?: CatalogProvider;
  /** The model that `ref` names, where the catalog knows it. */
  readonly entry?: CatalogModel;
  /** What the catalog knows of a model that is gone. */
  readonly retired?: RetiredModel;
  /** No row says what the model can do: `capability` is that of its scheme. */
  readonly isCapabilityAssumed?: true;
  /** Errors and warnings, none when all is well. */
  readonly problems: readonly Problem[];
}

/**
 * Fills every field of a model section in, so that a later change of the
 * catalog cannot change a Pod that exists. For each field: what is written,
 * else the catalog's model entry, else its provider entry, else the default.
 *
 * @param catalog what `ref` is looked up in
 * @param input a model section, or its `ref`; without `ref` it has to have
 * `scheme`, `model_id` and `auth`
 * @param path where the section stands, for the problems
 * @returns the model with its effective window, or the errors: an unknown
 * provider, a section that is not complete. A model of a known provider that is
 * unknown or gone is a warning
 *
 * @example A model of the catalog, with one field written out
 * ```ts
 * import { resolveModel } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const catalog = {
 *   providers: [{
 *     id: "acme",
 *     display_name: "Acme",
 *     scheme: "openai_chat",
 *     auth_hint: { kind: "api_key" },
 *   }],
 *   models: [{ id: "big", provider: "acme", context_window: 64000 }],
 *   origin: { providers: "given", models: "given" },
 *   sha256: "",
 * } as const;
 * const { model, window } = resolveModel(catalog, { ref: "acme/big", max_context_window: 32000 });
 * assert.equal(window, 32000);
 * assert.deepEqual(model?.auth, { kind: "api_key", env: "INSOMNIA_API_KEY_OPENAI" });
 * ```
 */
export function resolveModel(
  catalog: Catalog,
  input: ModelDraft | string,
  path: FieldPath = [],
): ResolvedModel {
  requireCatalog(catalog);
  const written: ModelDraft = typeof input === "string"
    ? { ref: input }
    : input;
  const found: Partial<FoundRef> = written.ref === undefined
    ? {}
    : findRef(catalog, written.ref, [...path, "ref"]);
  const { provider, entry, retired } = found;
  const problems = found.problem ? [found.problem] : [];

  const scheme = first(written.scheme, provider?.scheme);
  const modelId = first(written.model_id, found.modelId);
  const auth = first(written.auth, provider?.auth_hint);
  if (written.ref === undefined) {
    for (const item of incomplete(written, path)) problems.push(item);
  }
  if (
    scheme === undefined || modelId === undefined || auth === undefined ||
    problems.some((problem) => problem.severity === "error")
  ) return { problems };

  const capability = first(
    written.capability,
    entry?.capability,
    provider?.default_capability,
  );
  const contextWindow = first(
    written.context_window,
    entry?.context_window,
    provider?.default_context_window,
    DEFAULT_CONTEXT_WINDOW,
  )!;
  const model: PinnedModel = {
    scheme,
    base_url: pinBaseUrl(
      first(written.base_url, provider?.base_url),
      auth,
      scheme,
    ),
    model_id: modelId,
    auth: pinAuth(auth, scheme),
    capability: capability === undefined
      ? schemeCapability(scheme)
      : { ...capability, vision: first(capability.vision, false)! },
    context_window: contextWindow,
    max_context_window: first(
      written.max_context_window,
      entry?.max_context_window,
      contextWindow,
    )!,
  };
  for (const item of doubledVersion(model, written, path)) problems.push(item);
  return defined({
    model,
    ref: written.ref,
    window: effectiveWindow(model),
    provider,
    entry,
    retired,
    isCapabilityAssumed: capability === undefined || undefined,
    problems,
  });
}

/** Not `??`: a `null` somebody wrote has to stay, to be refused later. */
function first<T>(...values: (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}

function incomplete(written: ModelDraft, path: FieldPath): Problem[] {
  const missing = (["scheme", "model_id", "auth"] as const)
    .filter((field) => written[field] === undefined);
  if (missing.length === 0) return [];
  const fields = missing.map((field) => `\`${field}\``).join(", ");
  return [{
    code: "model-incomplete",
    severity: "error",
    message:
      `the model is not complete: without \`ref\` it needs ${fields} as well`,
    path,
    help: 'name a model of the catalog: `ref = "<provider>/<model id>"`',
  }];
}

/** The runtime adds the version to the address of this scheme alone. */
function doubledVersion(
  { scheme, base_url }: PinnedModel,
  { base_url: written, ref }: ModelDraft,
  path: FieldPath,
): Problem[] {
  if (scheme !== "openai_chat" || !/\/v1$/.test(base_url)) return [];
  return [{
    code: "base-url-version",
    severity: "warning",
    message:
      `the address \`${base_url}\` ends in \`/v1\`: the runtime would call ` +
      `\`${base_url}/v1/chat/completions\``,
    path: [
      ...path,
      written === undefined && ref !== undefined ? "ref" : "base_url",
    ],
    help: `leave \`/v1\` out: \`${base_url.replace(/\/v1$/, "")}\`` +
      (written === undefined ? " in `providers.toml`" : ""),
  }];
}
