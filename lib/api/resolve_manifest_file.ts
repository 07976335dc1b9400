import type { Diagnostic } from "../base/diagnostic.ts";
import { checkOptions, OPTIONS } from "../base/check_options.ts";
import { directoryOf } from "../base/file_path.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { completeManifest } from "../manifest/complete_manifest.ts";
import { manifestDigest } from "../manifest/manifest_digest.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import {
  misplacedReferences,
  unknownStrings,
} from "../profile/values_to_hide.ts";
import type { ModelReferences } from "../schema/resolution_inputs.ts";
import { chosenCatalog } from "./chosen_catalog.ts";
import { asErrors } from "../locate/as_errors.ts";
import { withExcerpts } from "../locate/excerpts.ts";
import { locateProblems } from "../document/locate_problems.ts";
import { parseJsonProfile } from "../source/parse_json_profile.ts";
import { parseTomlData } from "../source/parse_toml_data.ts";
import { ownSystem } from "../system/own_system.ts";
import { followFile } from "../trust/follow_file.ts";
import { misledParent } from "../trust/misled_parent.ts";
import { realHome } from "../trust/territory.ts";
import { refusalCode, type System, SystemError } from "../system/system.ts";

/** Most bytes of a manifest file, far beyond what is written into one. */
const MAX_MANIFEST_BYTES = 8 * 1024 * 1024;

/** Which manifest file to complete, and how. */
export interface ManifestFileOptions {
  /** Absolute path; JSON when it ends in `.json`, else TOML. */
  readonly path: string;
  /** Replaces the file's `pod.name`. Default: the file's. */
  readonly podName?: string | undefined;
  /** Turn warnings, unknown fields among them, into errors. Default `false`. */
  readonly strict?: boolean | undefined;
  /** Default: the user's catalog, else the builtin one. */
  readonly catalog?: Catalog | undefined;
  /** The outside world. Default: the real one. */
  readonly system?: System | undefined;
}

/** A manifest made from a manifest file. It has no `profile` section. */
export interface ResolvedManifest {
  /** Complete and validated. */
  readonly manifest: PodManifest;
  /** `sha256:` and the digest of the manifest. */
  readonly digest: string;
  /** The reference that each pinned model came from, by the path of its section. */
  readonly models: ModelReferences;
  /** Warnings and notes, such as unknown fields. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Completes and validates a manifest file: defaults are filled in, models are
 * pinned, relative paths become absolute. No registry is read and no Lua runs.
 *
 * @throws {ProfileError} with every problem of the file
 *
 * @example
 * ```ts
 * import { memorySystem, resolveManifestFile } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const { manifest } = await resolveManifestFile({
 *   path: "/etc/pods/reviewer.toml",
 *   system: memorySystem({
 *     files: {
 *       "/etc/pods/reviewer.toml": `
 *         pod = { name = "reviewer" }
 *         model = { ref = "codex-oauth/gpt-5.5" }
 *         scope.allow = [{ target = "project", permission = "read" }]
 *       `,
 *     },
 *   }),
 * });
 * assert.equal(manifest.scope.allow[0]?.target, "/etc/pods/project");
 * ```
 */
export async function resolveManifestFile(
  options: ManifestFileOptions,
): Promise<ResolvedManifest> {
  checkOptions(options, {
    path: OPTIONS.path,
    strict: OPTIONS.flag,
    system: OPTIONS.system,
  }, ["path"]);
  const { path, podName, strict = false } = options;
  const system = options.system ?? await ownSystem();
  const bytes = await readBytes(system, path);
  const raw = path.endsWith(".json")
    ? await parseJsonProfile(bytes, path)
    : await parseTomlData(bytes, path);
  const catalog = await chosenCatalog(options.catalog, system);
  const { manifest, models, problems, secrets } = await completeManifest(raw, {
    directory: directoryOf(path),
    catalog,
    podName,
    strict,
    misledParent: (path) => misledParent(system, path),
  });
  const hidden = {
    secrets: [...secrets, ...misplacedReferences(problems, raw)],
    unknown: unknownStrings(problems, raw, catalog),
  };
  const said = await diagnose(problems, hidden, bytes, path, strict);
  if (!manifest || said.some(({ severity }) => severity === "error")) {
    throw new ProfileError(said);
  }
  return {
    manifest,
    digest: await manifestDigest(manifest),
    models,
    warnings: said,
  };
}

async function readBytes(system: System, path: string): Promise<Uint8Array> {
  try {
    return await system.readFile(
      await followedPath(system, path),
      MAX_MANIFEST_BYTES,
    );
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw failure(
      refusalCode(error),
      `cannot read \`${path}\`: ${error.message}`,
    );
  }
}

/** A person named it, but perhaps it is a link that came with a project. */
async function followedPath(system: System, path: string): Promise<string> {
  // A device or a pipe cannot be a link into another place.
  if (await system.stat(path) !== "file") return path;
  const home = await realHome(system);
  const followed = await followFile(system, path, "typed", { home });
  if (!("reason" in followed)) return followed.real;
  throw failure(
    "file-unreadable",
    `cannot read \`${path}\`: ${followed.reason}`,
    { help: followed.help },
  );
}

async function diagnose(
  problems: readonly Problem[],
  { secrets, unknown }: {
    readonly secrets: readonly string[];
    readonly unknown: readonly string[];
  },
  bytes: Uint8Array,
  path: string,
  strict: boolean,
): Promise<Diagnostic[]> {
  if (problems.length === 0) return [];
  const text = new TextDecoder().decode(bytes);
  const finder = path.endsWith(".json")
    ? await (await import("../document/json_places.ts")).jsonPlaces(text, path)
    : await (await import("../document/toml_places.ts")).tomlPlaces(text, path);
  const texts = (file: string) => file === path ? text : undefined;
  const said = withExcerpts(
    locateProblems(problems, finder, texts),
    texts,
    secrets,
    unknown,
  );
  return strict ? asErrors(said) : said;
}
