import { type FieldPath, printFieldPath, valueAt } from "../base/field_path.ts";
import { joinPath } from "../base/file_path.ts";
import { type JsonValue, ownField } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog, CatalogProvider } from "../catalog/catalog.ts";
import { pinAuth } from "../catalog/pin_auth.ts";
import type { ModelAuth } from "../schema/auth.ts";
import { API_KEY_VARIABLES } from "../schema/defaults.ts";
import type { WireScheme } from "../schema/model.ts";
import { MODEL_SECTIONS } from "./normalize_profile.ts";

/** What addresses are judged by. */
export interface AddressContext {
  /** Knows whose credential goes where. */
  readonly catalog: Catalog;
  /** A profile of a project's registry: then it is an error, else a warning. */
  readonly fromProject: boolean;
  /** Absolute path of what a relative `auth.file` is relative to. */
  readonly directory: string;
}

/** Where a credential may go that no provider of the catalog has as its own. */
const HOME_ORIGINS: Readonly<Record<string, string>> = {
  [`variable ${API_KEY_VARIABLES.anthropic}`]: "https://api.anthropic.com",
  [`variable ${API_KEY_VARIABLES.openai_responses}`]: "https://api.openai.com",
  [`variable ${API_KEY_VARIABLES.gemini}`]:
    "https://generativelanguage.googleapis.com",
  "key of Brave Search": "https://api.search.brave.com",
};

/** The login of a person, not a key: no address but the program's own is right for it. */
const LOGIN = "login of `codex_oauth`";

/**
 * Finds addresses that would get a credential that belongs elsewhere: models
 * with a provider's credential and another origin than the provider's, a web
 * search with a key and another origin than the search provider's. Whoever
 * writes such a `base_url` into a repository would get the key of everyone who
 * uses it.
 *
 * @param profile normalised, not necessarily valid: it may have other problems
 */
export function foreignBaseUrls(
  profile: JsonValue,
  context: AddressContext,
): Problem[] {
  return [
    ...MODEL_SECTIONS.flatMap((path) =>
      checkModel(valueAt(profile, path), path, context)
    ),
    ...checkSearch(valueAt(profile, ["web", "search"]), context),
  ];
}

function checkModel(
  model: unknown,
  path: FieldPath,
  context: AddressContext,
): Problem[] {
  const origin = originOf(ownField(model, "base_url"));
  if (origin === undefined) return [];
  const { providers } = context.catalog;
  const ref = ownField(model, "ref");
  const named = typeof ref === "string"
    ? providers.find((provider) => provider.id === ref.split("/")[0])
    : undefined;
  const scheme = (ownField(model, "scheme") ?? named?.scheme) as
    | WireScheme
    | undefined;
  const auth = (ownField(model, "auth") ?? named?.auth_hint) as
    | ModelAuth
    | undefined;
  if (scheme === undefined) return [];

  for (const credential of credentialsOf(auth, scheme, context.directory)) {
    // Written out or not: the same variable or secret is the same key.
    const owners = providers.filter((provider) =>
      credentialsOf(provider.auth_hint, provider.scheme, "/")
        .includes(credential)
    );
    const origins = originsOf(owners, credential);
    if (origins === undefined || origins.includes(origin)) continue;
    const owner = owners.find((provider) => provider === named) ?? owners[0];
    return [foreign(
      [...path, "base_url"],
      owner ? `credential of \`${owner.id}\`` : credential,
      origin,
      origins,
      "give the model a credential of its own with `auth`, or add a provider with this address to `providers.toml`",
      context,
    )];
  }
  return [];
}

/** `undefined`: the credential is the profile's own affair. */
function originsOf(
  owners: readonly CatalogProvider[],
  credential: string,
): readonly string[] | undefined {
  if (owners.length === 0) {
    return Object.hasOwn(HOME_ORIGINS, credential)
      ? [HOME_ORIGINS[credential]]
      : credential === LOGIN
      ? []
      : undefined;
  }
  return owners.flatMap(({ base_url }) => originOf(base_url) ?? []);
}

function checkSearch(search: unknown, context: AddressContext): Problem[] {
  const origin = originOf(ownField(search, "base_url"));
  const hasKey = ownField(search, "api_key_env") !== undefined ||
    ownField(search, "api_key_secret") !== undefined;
  const key = "key of Brave Search";
  const home = HOME_ORIGINS[key];
  if (origin === undefined || !hasKey || origin === home) return [];
  return [foreign(
    ["web", "search", "base_url"],
    key,
    origin,
    [home],
    "leave `base_url` out, or the key",
    context,
  )];
}

function foreign(
  path: FieldPath,
  credential: string,
  origin: string,
  origins: readonly string[],
  help: string,
  { fromProject }: AddressContext,
): Problem {
  return {
    code: "foreign-base-url",
    severity: fromProject ? "error" : "warning",
    message:
      `\`${
        printFieldPath(path)
      }\` would send the ${credential} to ${origin}: ` +
      (origins.length > 0
        ? `it belongs to ${[...new Set(origins)].join(" and ")}`
        : "it goes to no other address than the program's own"),
    path,
    help,
  };
}

/** Two references with the same text are the same credential. */
function credentialsOf(
  auth: ModelAuth | undefined,
  scheme: WireScheme,
  directory: string,
): readonly string[] {
  const kind = ownField(auth, "kind");
  if (kind === "codex_oauth") return [LOGIN];
  if (kind === "secret_ref") return [`secret ${ownField(auth, "ref")}`];
  if (auth === undefined || kind !== "api_key") return [];
  const pinned = pinAuth(auth, scheme);
  const env = ownField(pinned, "env");
  const file = ownField(pinned, "file");
  return [
    ...env === undefined ? [] : [`variable ${env}`],
    ...typeof file === "string" ? [`file ${joinPath(directory, file)}`] : [],
  ];
}

/** Of what can be an address at all: anything else is refused as none. */
function originOf(url: unknown): string | undefined {
  if (typeof url !== "string" || !/^https?:/i.test(url)) return undefined;
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
}
