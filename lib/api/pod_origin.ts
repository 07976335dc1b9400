import { baseName } from "../base/file_path.ts";
import { sha256Hex } from "../base/sha256.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type {
  PodSnapshot,
  SnapshotCatalog,
  SnapshotCatalogFile,
  SnapshotLaunch,
  SnapshotSource,
} from "../store/pod_snapshot.ts";
import { snapshotOf } from "../store/pod_snapshot.ts";
import { configDirectory, USER_FILES } from "../system/standard_directories.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";

/** A manifest for a Pod, with where it came from. */
export interface PodOrigin {
  readonly manifest: PodManifest;
  readonly launch: SnapshotLaunch;
  /** Of a profile; of a manifest file they are read. */
  readonly sources?: readonly SnapshotSource[];
}

/** The snapshot of a new Pod: its manifest, and the sums of all that decided it. */
export async function snapshotFrom(
  system: System,
  { manifest, launch, sources }: PodOrigin,
): Promise<PodSnapshot> {
  return await snapshotOf({
    manifest,
    launch,
    sources: sources ?? await manifestSources(system, launch),
    catalog: await catalogOf(system, manifest),
  });
}

async function manifestSources(
  system: System,
  { manifest }: SnapshotLaunch,
): Promise<readonly SnapshotSource[]> {
  if (manifest === undefined) return [];
  const sha256 = await sumOf(system, manifest);
  return sha256 === undefined
    ? []
    : [{ name: baseName(manifest), path: manifest, sha256 }];
}

async function catalogOf(
  system: System,
  { profile }: PodManifest,
): Promise<SnapshotCatalog> {
  const catalog = profile?.inputs.catalog;
  // A program passed the catalog, so there is no file.
  const isGiven = catalog?.providers === "given";
  const directory = configDirectory(system);
  const files: SnapshotCatalogFile[] = [];
  if (directory !== undefined && !isGiven) {
    for (const name of [USER_FILES.providers, USER_FILES.models]) {
      const path = `${directory}/${name}`;
      const sha256 = await sumOf(system, path);
      files.push({ path, ...sha256 !== undefined && { sha256 } });
    }
  }
  return { ...catalog && { sha256: catalog.sha256 }, files };
}

async function sumOf(
  system: System,
  path: string,
): Promise<string | undefined> {
  return await unlessRefused(async () =>
    sha256Hex(await system.readFile(path))
  );
}
