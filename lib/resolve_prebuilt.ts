import { manifestDigest } from "./manifest/manifest_digest.ts";
import type { PodManifest } from "./manifest/pod_manifest.ts";
import type { ResolveOptions } from "./resolve_options.ts";
import { prebuiltManifests } from "./resources.ts";
import { isAbsolutePath } from "./schema/absolute_path.ts";
import { isPodName } from "./schema/pod_name.ts";
import {
  configDirectory,
  projectRegistryPaths,
  USER_FILES,
} from "./system/standard_directories.ts";
import { type System, SystemError } from "./system/system.ts";

/** What a start says that asks for no more than a builtin profile. */
export type PrebuiltOptions =
  & Pick<ResolveOptions, "podName" | "delegatedScope" | "catalog">
  & {
    /** As typed. Default `default`. */
    readonly selector?: string;
    /** Absolute. */
    readonly workspace: string;
    readonly system: System;
  };

/**
 * The short way for what most starts ask for: a builtin profile where nobody
 * has a registry or a catalog. All of its manifest that does not come from the
 * launch was made by the pipeline when the program was built, so neither the
 * pipeline nor the catalog has to be loaded.
 *
 * @returns the manifest as the pipeline makes it; nothing where anything is out
 * of the ordinary, for the pipeline to deal with, or to say what is wrong
 */
export async function resolvePrebuilt(
  { selector, podName, workspace, delegatedScope, catalog, system }:
    PrebuiltOptions,
): Promise<PodManifest | undefined> {
  if (delegatedScope !== undefined || catalog !== undefined) return undefined;
  if (!isPodName(podName) || !isAbsolutePath(workspace)) return undefined;
  const manifest = await prebuilt(selector);
  if (!manifest || !await isBare(system, workspace)) return undefined;
  return await launched(manifest, podName, workspace);
}

/** Without a registry `default`, `coder` and `builtin:coder` can mean one thing only. */
async function prebuilt(
  selector: string = "default",
): Promise<PodManifest | undefined> {
  const manifests = await prebuiltManifests();
  const name = selector.replace(/^builtin:/, "");
  return Object.hasOwn(manifests, name)
    // Valid when the program was built.
    ? manifests[name] as PodManifest
    : undefined;
}

/** Whether there is a workspace, and no file that could change anything. */
async function isBare(system: System, workspace: string): Promise<boolean> {
  try {
    if (await system.stat(workspace) !== "directory") return false;
    for (const path of projectRegistryPaths(workspace)) {
      if (await system.stat(path) !== undefined) return false;
    }
    const config = configDirectory(system);
    if (config === undefined) return true;
    for (const name of Object.values(USER_FILES)) {
      if (await system.stat(`${config}/${name}`) !== undefined) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof SystemError) return false;
    throw error;
  }
}

/** The manifest with what comes from the launch in the place of stand-ins. */
async function launched(
  manifest: PodManifest,
  podName: string,
  workspace: string,
): Promise<PodManifest> {
  const { profile, ...built } = manifest;
  const content = {
    ...built,
    pod: { ...built.pod, name: podName },
    scope: {
      ...built.scope,
      allow: built.scope.allow.map((rule) => ({ ...rule, target: workspace })),
    },
  };
  const digest = await manifestDigest(content);
  return { ...content, profile: { ...profile!, digest } };
}
