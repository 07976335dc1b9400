import { isAbsolute } from "../base/file_path.ts";
import { sha256Hex } from "../base/sha256.ts";
import { type System, SystemError } from "../system/system.ts";
import type { PodSnapshot } from "./pod_snapshot.ts";

/** A file that is not as it was when a Pod was created. */
export interface SourceDrift {
  /** Absolute. */
  readonly path: string;
  /** What happened to it. */
  readonly state:
    | "changed"
    /** It is no longer there. */
    | "gone"
    /** It was not there: a catalog file in place of the builtin one. */
    | "new"
    /** Unknown: it cannot be read. */
    | "unreadable";
}

/** Sources and catalogs are smaller; this stops the reading of a device. */
const MAX_SOURCE_BYTES = 8 * 1024 * 1024;

/**
 * Which of the files that a Pod was made from are different now. Their bytes
 * are read, each once, and not looked into. What is inside this program is not
 * looked at.
 */
export async function sourceDrift(
  system: System,
  { sources, catalog }: PodSnapshot,
): Promise<readonly SourceDrift[]> {
  const recorded = new Map<string, string | undefined>();
  for (const { path, sha256 } of [...sources, ...catalog?.files ?? []]) {
    if (isAbsolute(path)) recorded.set(path, sha256);
  }
  const drift: SourceDrift[] = [];
  for (const [path, sha256] of recorded) {
    const state = await stateOf(system, path, sha256);
    if (state) drift.push({ path, state });
  }
  return drift;
}

async function stateOf(
  system: System,
  path: string,
  recorded: string | undefined,
): Promise<SourceDrift["state"] | undefined> {
  try {
    const bytes = await system.readFile(path, MAX_SOURCE_BYTES);
    if (recorded === undefined) return "new";
    return await sha256Hex(bytes) === recorded ? undefined : "changed";
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    if (error.kind === "too-large") return recorded ? "changed" : "new";
    if (error.kind !== "not-found") return "unreadable";
    return recorded === undefined ? undefined : "gone";
  }
}
