import { type FieldPath, printFieldPath, valueAt } from "../base/field_path.ts";
import { type JsonValue, ownField } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { parseWebAddress } from "../base/web_address.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { WireScheme } from "../schema/model.ts";
import {
  type CredentialHome,
  credentialHome,
  credentialsOf,
  SEARCH_ORIGINS,
} from "./credential_homes.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";

/** What decides which addresses may get a key. */
export interface AddressContext {
  /** Knows whose credential goes where. */
  readonly catalog: Catalog;
  /** Origins that the user trusts with their keys. */
  readonly trustedOrigins: readonly string[];
  /**
   * Whether the author of an address may send a key there, so that it is only a
   * warning: the user, in their own configuration.
   */
  readonly isUsersWord: (address: string) => boolean;
  /** Absolute path of what a relative `auth.file` is relative to. */
  readonly directory: string;
}

/** Where the line belongs that trusts an origin. */
const USER_REGISTRY = "the `profiles.toml` of your config directory";

/**
 * Finds addresses that would get a credential which does not belong there:
 * the author of such a `base_url` in a repository would get the key of
 * everyone who uses it.
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
  const address = addressOf(model);
  if (address === undefined) return [];
  const { providers } = context.catalog;
  const ref = ownField(model, "ref");
  const named = typeof ref === "string"
    ? providers.find((provider) => provider.id === ref.split("/")[0])
    : undefined;
  const scheme = ownField(model, "scheme") ?? named?.scheme;
  const auth = ownField(model, "auth") ?? named?.auth_hint;
  // Not valid without: there is no manifest then.
  if (typeof scheme !== "string") return [];
  const at = [...path, "base_url"];
  return credentialsOf(auth, scheme as WireScheme, context.directory)
    .map((credential) => credentialHome(credential, providers))
    .flatMap((home) => foreign(at, address, home, context))
    // One address, one problem, however many credentials would go there.
    .slice(0, 1);
}

function checkSearch(search: unknown, context: AddressContext): Problem[] {
  const address = addressOf(search);
  const hasKey = ownField(search, "api_key_env") !== undefined ||
    ownField(search, "api_key_secret") !== undefined;
  if (address === undefined || !hasKey) return [];
  return foreign(["web", "search", "base_url"], address, {
    whose: "the key of the search provider",
    origins: SEARCH_ORIGINS,
    mayBeTrusted: true,
  }, context);
}

interface WrittenAddress {
  readonly written: string;
  readonly origin: string;
}

/** Of a readable address: any other text has its own problem. */
function addressOf(section: unknown): WrittenAddress | undefined {
  const written = ownField(section, "base_url");
  if (typeof written !== "string") return undefined;
  const origin = parseWebAddress(written)?.origin;
  return origin === undefined ? undefined : { written, origin };
}

function foreign(
  path: FieldPath,
  { written, origin }: WrittenAddress,
  { whose, origins, mayBeTrusted }: CredentialHome,
  { trustedOrigins, isUsersWord }: AddressContext,
): Problem[] {
  if (origins.includes(origin)) return [];
  if (mayBeTrusted && trustedOrigins.includes(origin)) return [];
  return [{
    code: "foreign-base-url",
    severity: isUsersWord(written) ? "warning" : "error",
    message: `\`${printFieldPath(path)}\` would send ${whose} to ${origin}: ` +
      (origins.length > 0
        ? `it belongs to ${origins.join(", ")}`
        : "it goes to no other address than the program's own"),
    path,
    help: mayBeTrusted
      ? `if you trust that address with your keys, write \`trusted_origins = ["${origin}"]\` at the top of ${USER_REGISTRY}, or add \`--trust-origin ${origin}\``
      : "leave `base_url` out, or give the model a credential of its own with `auth`",
  }];
}
