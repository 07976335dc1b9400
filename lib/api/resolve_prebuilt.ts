import { sha256Hex } from "../base/sha256.ts";
import { visibleJson } from "../base/visible_json.ts";
import {
  BUILTIN_PROFILE_NAMES,
  prebuiltManifest,
} from "../resources/builtin_resources.ts";
import { isAbsolutePath } from "../schema/text_forms.ts";
import { isPodName } from "../schema/pod_name.ts";
import { isNamed } from "../system/is_named.ts";
import {
  configDirectory,
  projectRegistryPaths,
  USER_FILES,
} from "../system/standard_directories.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";

/** A launch that asks only for a builtin profile. */
export interface PrebuiltOptions {
  /** As typed. Default `default`. */
  readonly selector?: string | undefined;
  /** The Pod's name. */
  readonly podName: string;
  /** Absolute. */
  readonly workspace: string;
  /** The outside world. */
  readonly system: System;
}

/** The placeholders in a prebuilt manifest for what a launch decides. */
export const HOLES = {
  podName: "<pod name>",
  workspace: "<workspace>",
  digest: "<digest>",
} as const;

/**
 * The short way for what most starts ask for: a builtin profile where nobody
 * has a registry or a catalog. The pipeline made its manifest when the program
 * was built, all but what comes from the launch, so neither the pipeline nor
 * the catalog has to be loaded.
 *
 * @returns the manifest as JSON, the bytes that the pipeline gives; nothing
 * where anything is out of the ordinary, for the pipeline to deal with, or to
 * say what is wrong
 */
export async function resolvePrebuilt(
  { selector = "default", podName, workspace, system }: PrebuiltOptions,
): Promise<string | undefined> {
  // Without a registry `default`, `coder`, `builtin:coder` mean one thing only.
  const name = selector.replace(/^builtin:/, "");
  if (!BUILTIN_PROFILE_NAMES.includes(name)) return undefined;
  if (!isPodName(podName) || !isAbsolutePath(workspace)) return undefined;
  const [template, isOrdinary] = await Promise.all([
    prebuiltManifest(name),
    isBare(system, workspace),
  ]);
  if (template === undefined || !isOrdinary) return undefined;

  // The first line is the canonical JSON for the digest; the manifest follows.
  const lineEnd = template.indexOf("\n");
  const canonical = fill(template.slice(0, lineEnd), { podName, workspace });
  const digest = `sha256:${await sha256Hex(canonical)}`;
  return fill(
    template.slice(lineEnd + 1),
    { podName, workspace, digest },
    (value) => visibleJson(JSON.stringify(value)),
  );
}

/** Whether there is a workspace, and no file that could change anything. */
async function isBare(system: System, workspace: string): Promise<boolean> {
  return await unlessRefused(async () => {
    // The current directory is known to exist.
    if (
      workspace !== system.cwd() && await system.stat(workspace) !== "directory"
    ) return false;
    if (await isAnyThere(system, projectRegistryPaths(workspace))) return false;
    const config = configDirectory(system);
    if (config === undefined || !await isNamed(system, config)) return true;
    const files = Object.values(USER_FILES).map((name) => `${config}/${name}`);
    return !await isAnyThere(system, files);
  }, false);
}

async function isAnyThere(
  system: System,
  paths: Iterable<string>,
): Promise<boolean> {
  for (const path of paths) {
    if (await isNamed(system, path)) return true;
  }
  return false;
}

/** In one pass, because a value may look like a placeholder. */
function fill(
  template: string,
  values: { readonly [Hole in keyof typeof HOLES]?: string },
  print: (value: unknown) => string = JSON.stringify,
): string {
  return template.replace(
    /"<(?:pod name|workspace|digest)>"/g,
    (hole) => {
      const text = hole.slice(1, -1);
      const value = text === HOLES.podName
        ? values.podName
        : text === HOLES.workspace
        ? values.workspace
        : values.digest;
      return print(value);
    },
  );
}
