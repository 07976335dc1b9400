import type { FieldPath } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import { suggest } from "../base/suggest.ts";
import { suggestFix } from "../base/suggest_fix.ts";
import { type Catalog, refOf } from "./catalog.ts";
import type { CatalogModel } from "./models_schema.ts";
import type { CatalogProvider } from "./providers_schema.ts";
import { catalogIndex } from "./catalog_index.ts";
import type { RetiredModel } from "./models_schema.ts";

/** What a catalog knows about a `ref`. */
export interface FoundRef {
  /** The part of the `ref` after the first `/`. */
  readonly modelId: string;
  /** Left out, with an error, when the provider is unknown. */
  readonly provider?: CatalogProvider;
  /** Left out, with a warning, when only the provider is known. */
  readonly entry?: CatalogModel;
  /** What the catalog knows of a model that is gone; with a warning. */
  readonly retired?: RetiredModel;
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
  if (/^https?:$/i.test(providerId)) {
    return { modelId, problem: anAddress(path) };
  }
  const index = catalogIndex(catalog);
  const provider = index.providers.get(providerId);
  if (!provider) {
    const problem = unknownProvider(catalog, providerId, modelId, path);
    return { modelId, problem };
  }
  const entry = index.models.get(ref);
  if (entry) return { modelId, provider, entry };
  const retired = index.retired.get(ref);
  if (retired) {
    const problem = retiredModel(retired, catalog.origin.models, path);
    return { modelId, provider, retired, problem };
  }
  const problem = unknownModel(catalog, provider, modelId, path);
  return { modelId, provider, problem };
}

function malformed(catalog: Catalog, ref: string, path: FieldPath): Problem {
  const refs = modelsCalled(catalog, ref).map(refOf);
  return {
    code: "invalid-value",
    severity: "error",
    message:
      `cannot look up the model \`${ref}\`: a \`ref\` is \`<provider>/<model id>\``,
    path,
    ...refs.length > 0 && refs.length <= MOST_MEANT
      ? { fixes: refs.map((put) => ({ replace: "value", put }) as const) }
      : {
        help: refs.length > 0
          ? `the catalog has ${refs.slice(0, MOST_LISTED).join(", ")}`
          : "`insomnia-profile models` lists them",
      },
  };
}

/** Not repeated: it may have a password in it. */
function anAddress(path: FieldPath): Problem {
  return {
    code: "invalid-value",
    severity: "error",
    message:
      "cannot look up an address as a model: a `ref` is `<provider>/<model id>`",
    path,
    help: "an address is the `base_url` of the same section",
  };
}

/** Up to so many models are suggested as a fix; of more, the help lists some. */
const MOST_MEANT = 2;
const MOST_LISTED = 8;
const MOST_PROVIDERS = 40;

/** A shorter text is a part of many an id by chance. */
const SHORTEST_NAME = 4;

/**
 * The models that a text without a provider may mean: of that id, else of that
 * provider, else of both with another sign between, else of an id that says the
 * same with a vendor in front or a size behind, else of a near id, else of one
 * that is a part of it or that it is a part of.
 */
export function modelsCalled(
  catalog: Catalog,
  text: string,
): readonly CatalogModel[] {
  const near = () => {
    const id = suggest(text, catalog.models.map((model) => model.id));
    return catalog.models.filter((model) => model.id === id);
  };
  const named = (isMeant: (model: CatalogModel) => boolean) =>
    text.length < SHORTEST_NAME ? [] : catalog.models.filter(isMeant);
  const ways = [
    () => catalog.models.filter((model) => refOf(model) === text),
    () => catalog.models.filter(({ id }) => id === text),
    () => catalog.models.filter(({ provider }) => provider === text),
    () =>
      catalog.models.filter(({ provider, id }) =>
        text.startsWith(provider) && text.slice(provider.length + 1) === id
      ),
    () =>
      catalog.models.filter(({ id }) =>
        id.split("/").at(-1)!.split(":")[0] === text
      ),
    near,
    () => named(({ id }) => text.startsWith(id)),
    () => named(({ id }) => id.includes(text)),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
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
  const meant = near !== undefined
    ? [`${near}/${modelId}`]
    : elsewhere.slice(0, MOST_LISTED).map(refOf);
  return {
    code: "provider-unknown",
    severity: "error",
    message:
      `unknown provider \`${providerId}\` in \`${providerId}/${modelId}\`: the ` +
      `${catalog.origin.providers} catalog has ${
        listOf(providers) || "no provider"
      }`,
    path,
    ...meant.length > 0
      ? { fixes: meant.map((put) => ({ replace: "value", put }) as const) }
      : {
        help: "add the provider to `providers.toml` in the config directory",
      },
  };
}

/** The first of what may be tens of thousands. */
function listOf(ids: readonly string[]): string {
  const more = ids.length > MOST_PROVIDERS ? ", ..." : "";
  return ids.slice(0, MOST_PROVIDERS).join(", ") + more;
}

function retiredModel(
  { provider, id, since, replacement }: RetiredModel,
  origin: string,
  path: FieldPath,
): Problem {
  return {
    code: "model-retired",
    severity: "warning",
    message: `\`${provider}/${id}\` retires on ${since}, says the ` +
      `${origin} catalog: the defaults of \`${provider}\` are used`,
    path,
    help: replacement === undefined
      ? "choose another model: `insomnia-profile models` shows them"
      : `use \`${provider}/${replacement}\``,
  };
}

function unknownModel(
  catalog: Catalog,
  provider: CatalogProvider,
  modelId: string,
  path: FieldPath,
): Problem {
  const ref = `${provider.id}/${modelId}`;
  const known = catalog.models
    .filter((model) => model.provider === provider.id)
    .map(refOf);
  const isBuiltin = catalog.replaced?.models.some((model) =>
    refOf(model) === ref
  );
  return {
    code: "model-unknown",
    severity: "warning",
    message: `the ${catalog.origin.models} catalog has no model ` +
      `\`${ref}\`: the defaults of \`${provider.id}\` are used` +
      (isBuiltin
        ? "; the builtin catalog has it, and your `models.toml` replaces the builtin rows"
        : ""),
    path,
    ...isBuiltin
      ? {
        help:
          "`insomnia-profile models --builtin` prints the builtin rows: copy this one over",
      }
      : suggestFix(
        "value",
        ref,
        known,
        "add the model to `models.toml` in the config directory",
      ),
  };
}
