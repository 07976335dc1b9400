import { baseName } from "../base/file_path.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { System } from "../system/system.ts";
import { printFrozenProfile, whyNotCarried } from "./frozen_profile.ts";
import type { NotCarried } from "./frozen_profile.ts";
import type { PodFolder } from "./pod_folder.ts";
import { storeAsked } from "./store_refusal.ts";
import { writePodFile } from "./write_pod_file.ts";

/** A manifest as TOML. */
export type PrintToml = (manifest: PodManifest) => string;

/** The folders of a scope that exist, in its order. */
export async function scopeFolders(
  system: System,
  { scope }: PodManifest,
): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const { target } of scope.allow) {
    if (await kindOf(system, target) === "directory") folders.push(target);
  }
  return folders;
}

/**
 * Writes what the runtime is started with, anew each time: these files are
 * derived and never the truth.
 *
 * @returns why there is no frozen profile; nothing where there is one
 */
export async function writeLaunchFiles(
  system: System,
  folder: PodFolder,
  manifest: PodManifest,
  folders: readonly string[],
  printToml: PrintToml,
): Promise<NotCarried | undefined> {
  const { profile: _, ...bare } = manifest;
  await writePodFile(
    system,
    folder.path,
    baseName(folder.launchToml),
    printToml(bare),
  );
  const notCarried = whyNotCarried(
    manifest,
    folders.length === manifest.scope.allow.length,
  );
  if (notCarried === undefined) {
    // The runtime's resolver resolves relative paths from the real path of the
    // folder.
    const real = await storeAsked("read", system.realPath(folder.path));
    await writePodFile(
      system,
      folder.path,
      baseName(folder.launchLua),
      printFrozenProfile(manifest, real),
    );
  } else if (await kindOf(system, folder.launchLua) !== undefined) {
    await storeAsked("write", system.remove(folder.launchLua));
  }
  return notCarried;
}

async function kindOf(system: System, path: string) {
  return await storeAsked("read", system.stat(path));
}
