import { ownField } from "../base/json.ts";
import { joinPath } from "../base/file_path.ts";
import { parseWebAddress } from "../base/web_address.ts";
import type { CatalogProvider } from "../catalog/providers_schema.ts";
import { pinBaseUrl } from "../catalog/pin_base_url.ts";
import { pinAuth } from "../catalog/pin_auth.ts";
import type { ModelAuth } from "../schema/auth.ts";
import { API_KEY_VARIABLES, BASE_URLS } from "../schema/defaults.ts";
import type { WireScheme } from "../schema/model.ts";

/** A credential by where it is found; two with the same text are the same one. */
export type Credential = string;

/** Where the providers of web search answer. */
export const SEARCH_ORIGINS: readonly string[] = [
  "https://api.search.brave.com",
];

/** The login of a person, not a key: nobody can hand it to another address. */
const LOGIN: Credential = "the login of `codex_oauth`";

/** Where a credential may go. */
export interface CredentialHome {
  /** Whose it is, as a message names it. */
  readonly whose: string;
  readonly origins: readonly string[];
  /** Whether the user can say of a further address that it is right. */
  readonly mayBeTrusted: boolean;
}

/**
 * Every credential that a model section would send; an empty list for `none`, and
 * for what is not a reference at all.
 *
 * @param directory absolute: what a relative `file` is relative to
 */
export function credentialsOf(
  auth: unknown,
  scheme: WireScheme,
  directory: string,
): readonly Credential[] {
  const kind = ownField(auth, "kind");
  if (kind === "codex_oauth") return [LOGIN];
  if (kind === "secret_ref") return [`the secret \`${ownField(auth, "ref")}\``];
  if (kind !== "api_key") return [];
  const pinned = pinAuth(auth as ModelAuth, scheme);
  const env = ownField(pinned, "env");
  const file = ownField(pinned, "file");
  return [
    ...env === undefined ? [] : [variable(String(env))],
    ...typeof file === "string"
      ? [`the key file \`${joinPath(directory, file)}\``]
      : [],
  ];
}

function variable(name: string): Credential {
  return `the variable \`${name}\``;
}

/**
 * Where a credential belongs: a provider's own at that provider, the variable of
 * a scheme at the scheme's address and at providers that name it, any other
 * where any provider of the catalog is.
 */
export function credentialHome(
  credential: Credential,
  providers: readonly CatalogProvider[],
): CredentialHome {
  const owners = providers.filter(({ auth_hint, scheme }) =>
    credentialsOf(auth_hint, scheme, "/").includes(credential)
  );
  const schemes = (Object.keys(API_KEY_VARIABLES) as WireScheme[])
    .filter((scheme) => variable(API_KEY_VARIABLES[scheme]) === credential);
  const own = [
    ...schemes.flatMap((scheme) => originAt(BASE_URLS[scheme])),
    ...owners.flatMap(originOf),
  ];
  const mayBeTrusted = credential !== LOGIN;
  const isOwned = own.length > 0 || !mayBeTrusted;
  const [owner] = owners;
  return {
    whose: owner ? `the credential of \`${owner.id}\`` : credential,
    origins: [...new Set(isOwned ? own : providers.flatMap(originOf))],
    mayBeTrusted,
  };
}

function originOf({ base_url, scheme, auth_hint }: CatalogProvider): string[] {
  return originAt(pinBaseUrl(base_url, auth_hint, scheme));
}

function originAt(address: string): string[] {
  return [parseWebAddress(address)?.origin ?? []].flat();
}
