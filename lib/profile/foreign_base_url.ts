import type { Catalog } from "../catalog/catalog.ts";
import { pinAuth } from "../catalog/pin_auth.ts";
import type { FieldPath } from "../base/field_path.ts";
import { valueAt } from "../base/field_path.ts";
import { type JsonValue, ownField } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import type { ModelAuth } from "../schema/auth.ts";
import type { WireScheme } from "../schema/model.ts";
import { MODEL_SECTIONS } from "./normalize_profile.ts";

/**
 * Finds models that would send a provider's credential to another origin than
 * the provider's. Whoever writes such a `base_url` into a repository would get
 * the key of everyone who uses it.
 *
 * @param profile normalised, not necessarily valid: it may have other problems
 * @param fromProject whether it is a profile of a project's registry: then it
 * is an error, else a warning
 */
export function foreignBaseUrls(
  profile: JsonValue,
  catalog: Catalog,
  fromProject: boolean,
): Problem[] {
  return MODEL_SECTIONS.flatMap((path) => {
    const problem = check(valueAt(profile, path), path, catalog, fromProject);
    return problem ? [problem] : [];
  });
}

function check(
  model: unknown,
  path: FieldPath,
  catalog: Catalog,
  fromProject: boolean,
): Problem | undefined {
  const url = ownField(model, "base_url");
  const ref = ownField(model, "ref");
  const origin = typeof url === "string" ? originOf(url) : undefined;
  if (origin === undefined) return undefined;

  const named = typeof ref === "string"
    ? catalog.providers.find((provider) => provider.id === ref.split("/")[0])
    : undefined;
  const scheme = (ownField(model, "scheme") ?? named?.scheme) as
    | WireScheme
    | undefined;
  const auth = (ownField(model, "auth") ?? named?.auth_hint) as
    | ModelAuth
    | undefined;
  if (auth === undefined || scheme === undefined) return undefined;

  const credential = credentialOf(auth, scheme);
  if (credential === undefined) return undefined;
  // Written out or not: the same variable or secret is the same key.
  const owners = catalog.providers.filter((provider) =>
    credentialOf(provider.auth_hint, provider.scheme) === credential
  );
  if (owners.length === 0) return undefined;
  const origins = owners.flatMap(({ base_url }) =>
    base_url === undefined ? [] : [originOf(base_url)]
  );
  if (origins.includes(origin)) return undefined;

  const owner = owners.find((provider) => provider === named) ?? owners[0];
  const section = path.join(".");
  return {
    code: "foreign-base-url",
    severity: fromProject ? "error" : "warning",
    message:
      `\`${section}.base_url\` would send the credential of \`${owner.id}\` to ${origin}: ` +
      (origins.length > 0
        ? `the catalog knows it at ${[...new Set(origins)].join(" and ")}`
        : "the catalog gives it no other address than its own"),
    path: [...path, "base_url"],
    help:
      "give the model a credential of its own with `auth`, or add a provider with this address to `providers.toml`",
  };
}

/** Two references with the same text are the same credential; `undefined` is none. */
function credentialOf(
  auth: ModelAuth,
  scheme: WireScheme,
): string | undefined {
  const kind = ownField(auth, "kind");
  if (kind === "codex_oauth") return "codex_oauth";
  if (kind === "secret_ref") return `secret ${ownField(auth, "ref")}`;
  if (kind !== "api_key") return undefined;
  const pinned = pinAuth(auth, scheme);
  const env = ownField(pinned, "env");
  return env === undefined ? undefined : `variable ${env}`;
}

function originOf(url: string): string | undefined {
  try {
    const { protocol, host } = new URL(url);
    // Not URL.origin: it is "null" for schemes the web does not know.
    return `${protocol}//${host}`;
  } catch {
    return undefined;
  }
}
