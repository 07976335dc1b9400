/**
 * The way from a selector to a manifest, step by step. Data flows one way:
 * nothing later reaches back.
 *
 * ```text
 * selector -> registry entry -> source text -> sandboxed evaluation -> raw data
 *   -> Profile (validated) -> manifestization -> PodManifest (validated)
 * ```
 *
 * {@linkcode prepareProfile} does everything that touches the outside world.
 * {@linkcode finishProfile} runs the untrusted code and reads nothing any more,
 * so that a program can give up every right in between.
 *
 * @module
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { isOwnCatalog, ownCatalog } from "../catalog/own_catalogs.ts";
import { luaCatalog } from "../catalog/catalog_facts.ts";
import { addressAnswer, originOf, sourceOf } from "./profile_source.ts";
import { sumsOf } from "../base/many_sums.ts";
import { checkOptions, OPTIONS } from "../base/check_options.ts";
import { evaluateProfile } from "./evaluate_profile.ts";
import { chosenCatalog } from "./chosen_catalog.ts";
import { makeManifest, requireManifest } from "./make_manifest.ts";
import { loadEvaluator } from "./load_evaluator.ts";
import { loadLaunch } from "./load_launch.ts";
import {
  foldersAround,
  launchAt,
  relocateWorkspace,
} from "./relocate_workspace.ts";
import { attachProvenance } from "../manifest/attach_provenance.ts";
import { profileMetadata } from "../profile/profile_metadata.ts";
import type { SnapshotSource } from "../store/pod_snapshot.ts";
import type { ModelReferences } from "../schema/resolution_inputs.ts";
import { discoverProfiles } from "../registry/discover_profiles.ts";
import { requireFile } from "../registry/require_file.ts";
import { selectProfile } from "../registry/select_profile.ts";
import type {
  FinishOptions,
  PreparedProfile,
  PrepareOptions,
  ReadProfile,
} from "./prepared_profile.ts";
import type { Wall } from "./resolve_options.ts";
import { type ResolvedProfile, withOrigins } from "./resolved_profile.ts";
import {
  type ResolverSession,
  SHARED_SESSION,
} from "../base/resolver_session.ts";
import { parseSelector } from "../selector/parse_selector.ts";
import type { ProfileSelector } from "../selector/profile_selector.ts";
import { isLua, loadDocument } from "../source/load_document.ts";
import { trustedOrigins } from "./trusted_origins.ts";
import { ownSystem } from "../system/own_system.ts";
import type { System } from "../system/system.ts";
import { VERSION } from "../base/version.ts";

/**
 * Reads everything that a resolution needs.
 *
 * @throws {ProfileError} for what cannot be chosen, found or read
 */
export async function prepareProfile(
  options: PrepareOptions,
): Promise<PreparedProfile> {
  // `loadLaunch` checks the options of the launch.
  checkOptions(options, {
    selector: OPTIONS.selector,
    workspaceAs: OPTIONS.text,
    registryOnly: OPTIONS.flag,
    strict: OPTIONS.flag,
    maxSteps: OPTIONS.maxSteps,
    trustedOrigins: OPTIONS.texts,
    system: OPTIONS.system,
    session: OPTIONS.session,
    wall: OPTIONS.wall,
  });
  const system = options.system ?? await ownSystem();
  const selector = typeof options.selector === "string"
    ? parseSelector(options.selector)
    : options.selector ?? { kind: "default" };
  const wall = options.wall ?? "none";
  const session = options.session ?? SHARED_SESSION;
  // The file extension of a path tells whether it is code. If so, the machine
  // is compiled on another thread while this one reads.
  const evaluator = selector.kind === "path" && isLua(selector)
    ? loadEvaluator(wall, session)
    : undefined;
  evaluator?.catch(() => {});
  try {
    const prepared = await readProfile({
      ...options,
      selector,
      system,
      wall,
      session,
    });
    if (prepared.isCode) await loadEvaluator(wall, session);
    return prepared;
  } finally {
    // Also waits if reading failed, so that nothing is left running.
    await Promise.allSettled([evaluator]);
  }
}

async function readProfile(
  options: PrepareOptions & {
    readonly selector: ProfileSelector;
    readonly system: System;
    readonly wall: Wall;
    readonly session: ResolverSession;
  },
): Promise<ReadProfile> {
  const { selector, system, wall, session } = options;
  const launch = await loadLaunch(options, system);
  const workspace = launch.workspaceBase;

  const registry = options.registry ??
    await discoverProfiles({ system, workspace });
  const chosen = selectProfile(selector, registry, {
    base: workspace,
    registryOnly: options.registryOnly,
  });
  await requireFile(system, chosen);
  // In parallel: both mostly wait for files.
  const [catalog, document] = await Promise.all([
    chosenCatalog(options.catalog, system),
    loadDocument(chosen, registry, system, workspace, session),
  ]);

  const relocate = relocateWorkspace(
    workspace,
    options.workspaceAs,
    options.workspaceAs === undefined
      ? []
      : await foldersAround(workspace, registry, system),
  );
  const source = sourceOf(chosen, document);
  return {
    launch: launchAt(launch, relocate),
    source: { ...source, path: relocate(source.path) },
    origin: originOf(chosen, document),
    directory: relocate(document.directory),
    document,
    catalog,
    addressAnswer: addressAnswer(chosen, registry),
    trustedOrigins: [
      ...trustedOrigins(options.trustedOrigins),
      ...registry.trustedOrigins ?? [],
    ],
    strict: options.strict ?? false,
    evaluation: {
      catalog: luaCatalog(catalog, session),
      version: VERSION,
      maxSteps: options.maxSteps,
    },
    wall,
    ...options.endings && { endings: options.endings },
    isCode: document.kind === "lua",
  };
}

/**
 * Runs the profile and makes the manifest. Reads nothing.
 *
 * @throws {ProfileError} with every problem of the profile
 */
export async function finishProfile(
  prepared: PreparedProfile,
  { session = SHARED_SESSION, locate = false, remarks = [] }: FinishOptions =
    {},
): Promise<ResolvedProfile> {
  const read = asRead(prepared);
  const { document, launch, catalog, source } = read;
  const evaluated = await evaluateProfile(read, session);
  // The platform does it on other threads, while this one goes on.
  const summing = Promise.all(
    evaluated.sources.map(async ({ name, path, sum }) => ({
      name,
      path,
      sha256: await sum(),
    })),
  );
  summing.catch(() => {});
  // Also waits if the profile is refused, so that nothing is left running.
  const made = await makeManifest(read, evaluated, session)
    .finally(() => Promise.allSettled([summing]));
  const { profile, models, written } = made;

  const sources = await summing;
  const metadata = profileMetadata(profile, read.origin);
  const manifest = await attachProvenance(made.manifest, {
    source,
    profile: metadata,
    modules: sources.map(({ name, sha256 }) => ({ name, sha256 })),
    models,
    catalog,
  }, sumsOf(session));
  requireManifest(manifest);
  const { value } = evaluated;
  const resolved = withOrigins({
    manifest,
    digest: manifest.profile!.digest,
    source,
    profile: metadata,
    sources,
    models,
    warnings: [...remarks, ...made.said],
  }, {
    document: { kind: "profile", profile, raw: value },
    launch,
    catalog,
  });
  if (!locate) return resolved;
  const { documentPlaces } = await import("../locate/document_places.ts");
  const { originPlaces } = await import("./origin_places.ts");
  const { finder } = await documentPlaces(
    document,
    value,
    read.evaluation,
    () => loadEvaluator(read.wall, session),
  );
  const places = originPlaces(resolved.origins, finder, written);
  return { ...resolved, places };
}

/** What is known of a profile that was only checked. */
export interface CheckedProfile {
  /** The files that were evaluated, in the order of loading. */
  readonly sources: readonly Pick<SnapshotSource, "name" | "path">[];
  /** As in `ResolvedProfile`. */
  readonly models: ModelReferences;
  /** As in `ResolvedProfile`. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * The same without the manifest, and so without the checksums, which take a
 * tenth of the time.
 *
 * @throws {ProfileError} with every problem of the profile
 */
export async function checkProfile(
  prepared: PreparedProfile,
  { session = SHARED_SESSION }: Pick<FinishOptions, "session"> = {},
): Promise<CheckedProfile> {
  const read = asRead(prepared);
  const evaluated = await evaluateProfile(read, session);
  const { manifest, models, said } = await makeManifest(
    read,
    evaluated,
    session,
  );
  requireManifest(manifest);
  const sources = evaluated.sources.map(({ name, path }) => ({ name, path }));
  return { sources, models, warnings: said };
}

/** Only `prepareProfile` makes one. */
function asRead(prepared: PreparedProfile): ReadProfile {
  const read = prepared as ReadProfile;
  // In a worker the catalog is a copy of a checked one; checking it again for
  // each profile would take longer than all the rest.
  if (!isOwnCatalog(read.catalog)) ownCatalog(read.catalog);
  return read;
}
