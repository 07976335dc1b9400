import { checkOptions, OPTIONS } from "../base/check_options.ts";
import { joinPath } from "../base/file_path.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import { decodeText } from "../document/decode_text.ts";
import { configDirectory, USER_FILES } from "../system/standard_directories.ts";
import { isNamed, LEADS_NOWHERE } from "../system/is_named.ts";
import { ownSystem } from "../system/own_system.ts";
import { refusalCode, type System, SystemError } from "../system/system.ts";
import { builtinCatalog } from "./builtin_catalog.ts";
import type { Catalog } from "./catalog.ts";
import { ownCatalog } from "./own_catalogs.ts";

const MAX_CATALOG_BYTES = 4 * 1024 * 1024;

/** Where to look for a user's catalog. */
export interface LoadCatalogOptions {
  /** Files and environment. Default: the real ones. */
  readonly system?: System | undefined;
}

/**
 * Loads the model catalog: the builtin one, of which `providers.toml` and
 * `models.toml` of the user's configuration directory each replace a file.
 *
 * @throws {ProfileError} `catalog-syntax`, `catalog-invalid` with all problems
 * of a file, `file-unreadable`, `permission-missing`: a broken file is never
 * ignored
 *
 * @example
 * ```ts
 * import { loadCatalog, memorySystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const system = memorySystem({
 *   files: {
 *     "/c/models.toml": '[[model]]\nid = "gpt-5"\nprovider = "openai"\n',
 *   },
 *   env: { INSOMNIA_CONFIG_DIR: "/c" },
 * });
 * const catalog = await loadCatalog({ system });
 * assert.deepEqual(catalog.origin, { providers: "builtin", models: "user" });
 * assert.equal(catalog.models.length, 1);
 * ```
 */
export async function loadCatalog(
  options: LoadCatalogOptions = {},
): Promise<Catalog> {
  checkOptions(options, { system: OPTIONS.system });
  const system = options.system ?? await ownSystem();
  const builtin = await builtinCatalog();
  const directory = userDirectory(system);
  if (directory === undefined) return builtin;
  const providersFile = joinPath(directory, USER_FILES.providers);
  const modelsFile = joinPath(directory, USER_FILES.models);
  const providersText = await readText(system, providersFile);
  const modelsText = await readText(system, modelsFile);
  if (providersText === undefined && modelsText === undefined) return builtin;

  const { parseModels, parseProviders } = await import("./parse_catalog.ts");
  const { catalogSha256 } = await import("./catalog_sha256.ts");
  const providers = providersText === undefined
    ? builtin.providers
    : await parseProviders(providersText, providersFile);
  // Those of providers that the user's file does not have are out of reach.
  const isInReach = (model: { readonly provider: string }) =>
    providers.some((provider) => provider.id === model.provider);
  const { models, retired } = modelsText === undefined
    ? {
      models: builtin.models.filter(isInReach),
      retired: builtin.retired?.filter(isInReach) ?? [],
    }
    : await parseModels(modelsText, modelsFile, providers);
  const { findFloats } = await import("./find_floats.ts");
  const floats = [providersText, modelsText].flatMap((text) =>
    text === undefined ? [] : findFloats(text)
  );
  return ownCatalog({
    providers,
    models,
    retired,
    ...floats.length > 0 && { floats },
    ...modelsText !== undefined && {
      replaced: {
        models: builtin.models,
        ...builtin.retired && { retired: builtin.retired },
      },
    },
    origin: {
      providers: providersText === undefined ? "builtin" : "user",
      models: modelsText === undefined ? "builtin" : "user",
    },
    sha256: await catalogSha256({ providers, models, retired }),
  });
}

function userDirectory(system: System): string | undefined {
  try {
    return configDirectory(system);
  } catch (error) {
    throw error instanceof SystemError
      ? unreadable("cannot look for the user's catalog", error)
      : error;
  }
}

async function readText(
  system: System,
  path: string,
): Promise<string | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await system.readFile(path, MAX_CATALOG_BYTES);
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    if (error.kind === "not-found" && !await isNamed(system, path)) {
      return undefined;
    }
    throw unreadable(`cannot read the catalog \`${path}\``, error);
  }
  const decoded = decodeText(bytes);
  if ("text" in decoded) return decoded.text;
  const { tomlSyntax } = await import("../document/toml_syntax.ts");
  throw new ProfileError([
    tomlSyntax(
      "catalog-syntax",
      `the catalog \`${path}\``,
      path,
      decoded.error,
    ),
  ]);
}

function unreadable(
  what: string,
  error: SystemError,
): ProfileError {
  return failure(
    refusalCode(error),
    `${what}: ${error.kind === "not-found" ? LEADS_NOWHERE : error.message}`,
  );
}
