import type { FieldPath } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import { didYouMean, suggest } from "../base/suggest.ts";
import type { Catalog, CatalogModel, CatalogProvider } from "./catalog.ts";

/** What a catalog knows about a `ref`. */
export interface FoundRef {
  /** The part of the `ref` after the first `/`. */
  readonly modelId: string;
  /** Left out, with an error, when the provider is unknown. */
  readonly provider?: CatalogProvider;
  /** Left out, with a warning, when only the provider is known. */
  readonly entry?: CatalogModel;
  readonly problem?: Problem;
}

/**
 * Looks a `<provider>/<model id>` up, split at the first `/` only.
 *
 * @param path where the `ref` stands, for the problem
 */
export function findRef(
  catalog: Catalog,
  ref: string,
  path: FieldPath,
): FoundRef {
  const slash = ref.indexOf("/");
  const providerId = slash < 0 ? ref : ref.slice(0, slash);
  const modelId = slash < 0 ? "" : ref.slice(slash + 1);
  if (providerId === "" || modelId === "") {
    return { modelId, problem: malformed(catalog, ref, path) };
  }
  const provider = catalog.providers.find((p) => p.id === providerId);
  if (!provider) {
    const problem = unknownProvider(catalog, providerId, modelId, path);
    return { modelId, problem };
  }
  const entry = catalog.models.find((model) =>
    model.provider === providerId && model.id === modelId
  );
  if (entry) return { modelId, provider, entry };
  const problem = unknownModel(catalog, provider, modelId, path);
  return { modelId, provider, problem };
}

function malformed(catalog: Catalog, ref: string, path: FieldPath): Problem {
  const refs = catalog.models
    .filter((model) => model.id === ref || model.provider === ref)
    .map(refOf);
  return {
    code: "invalid-value",
    severity: "error",
    message:
      `cannot look up the model \`${ref}\`: a \`ref\` is \`<provider>/<model id>\``,
    path,
    help: refs.length > 0
      ? `the catalog has ${refs.join(", ")}`
      : "as `anthropic/claude-sonnet-4-6`",
  };
}

function unknownProvider(
  catalog: Catalog,
  providerId: string,
  modelId: string,
  path: FieldPath,
): Problem {
  const providers = catalog.providers.map((provider) => provider.id);
  const elsewhere = catalog.models.filter((model) => model.id === modelId);
  const near = suggest(providerId, providers);
  return {
    code: "provider-unknown",
    severity: "error",
    message:
      `unknown provider \`${providerId}\` in \`${providerId}/${modelId}\`: the ` +
      `${catalog.origin.providers} catalog has ${
        providers.join(", ") || "no provider"
      }`,
    path,
    help: near !== undefined
      ? `did you mean \`${near}/${modelId}\`?`
      : elsewhere.length > 0
      ? `did you mean ${
        elsewhere.map((model) => `\`${refOf(model)}\``).join(" or ")
      }?`
      : "add the provider to `providers.toml` in the config directory",
  };
}

function unknownModel(
  catalog: Catalog,
  provider: CatalogProvider,
  modelId: string,
  path: FieldPath,
): Problem {
  const known = catalog.models
    .filter((model) => model.provider === provider.id)
    .map(refOf);
  return {
    code: "model-unknown",
    severity: "warning",
    message: `the ${catalog.origin.models} catalog has no model ` +
      `\`${provider.id}/${modelId}\`: the defaults of \`${provider.id}\` hold`,
    path,
    help: didYouMean(`${provider.id}/${modelId}`, known) ??
      "add the model to `models.toml` in the config directory",
  };
}

function refOf(model: CatalogModel): string {
  return `${model.provider}/${model.id}`;
}
