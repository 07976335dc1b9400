import { isObject, ownField } from "../base/json.ts";
import { ProfileError } from "../base/profile_error.ts";
import { damagedFile, tryParse } from "./parse_store_json.ts";
import { podFolder } from "./pod_folder.ts";
import { podNames } from "./pod_names.ts";
import { runtimeSnapshot } from "./pod_metadata.ts";
import type { PodSnapshot } from "./pod_snapshot.ts";
import { SNAPSHOT_FORMAT } from "./snapshot_format.ts";
import { MAX_STORE_FILE_BYTES } from "./read_pod_file.ts";
import { type SourceDrift, sourceDrift } from "./source_drift.ts";
import type { StoreLocation } from "./store_location.ts";
import { storeAskedFor } from "./store_refusal.ts";

/** One line of the list of Pods. */
export interface PodListEntry {
  /** The name of the Pod. */
  readonly name: string;
  /**
   * - `created`: created or adopted by this program
   * - `runtime`: known to the runtime only; it can be adopted
   * - `damaged`: one of its files cannot be read; `reason` says why
   */
  readonly state: "created" | "runtime" | "damaged";
  /** Whether it is running. */
  readonly living: boolean;
  /** Its profile: a qualified name (`project:coder`) or a path. */
  readonly profile?: string;
  /** The reference of its model (`provider/model-id`), else the model id. */
  readonly model?: string;
  /** Digest of its manifest, `sha256:…`. */
  readonly digest?: string;
  /** Why it is damaged. */
  readonly reason?: string;
  /** Source files that have changed; present only with the option `drift`. */
  readonly drift?: readonly SourceDrift[];
}

/** Options of the list. */
export interface ListOptions {
  /** Whether to compare the source files of each Pod. Default `false`. */
  readonly drift?: boolean;
}

/**
 * Every Pod of the store, sorted by name. A damaged one is listed, and the
 * others all the same; a folder without a file of a Pod is passed over.
 *
 * @throws {ProfileError} `store-inaccessible` where the store itself cannot be
 * read
 */
export async function listPods(
  location: StoreLocation,
  { drift = false }: ListOptions = {},
): Promise<readonly PodListEntry[]> {
  const names = await podNames(location);
  const living = await livingNames(location);
  const entries: PodListEntry[] = [];
  for (const name of names) {
    const entry = await listEntry(location, name, drift);
    if (entry) entries.push({ ...entry, living: living.has(name) });
  }
  return entries;
}

async function listEntry(
  { system, dataDirectory }: StoreLocation,
  name: string,
  drift: boolean,
): Promise<Omit<PodListEntry, "living"> | undefined> {
  const folder = podFolder(dataDirectory, name);
  try {
    const snapshot = await read(folder.snapshot);
    if (snapshot) {
      const { format, manifest } = snapshot;
      if (format !== SNAPSHOT_FORMAT || !isObject(manifest)) {
        return damaged(`${folder.snapshot}: not a snapshot of this version`);
      }
      return await created(snapshot as unknown as PodSnapshot);
    }
    const metadata = await read(folder.metadata);
    if (!metadata) return undefined;
    const theirs = runtimeSnapshot(metadata);
    return { name, state: "runtime", ...theirs && facts(theirs) };
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return damaged(error.message);
  }

  async function created(snapshot: PodSnapshot) {
    const { manifest, digest } = snapshot;
    return {
      name,
      state: "created",
      ...facts(manifest as unknown as Record<string, unknown>),
      ...typeof digest === "string" && { digest },
      ...drift && { drift: await sourceDrift(system, snapshot) },
    } as const;
  }

  async function read(path: string) {
    const bytes = await storeAskedFor(
      "read",
      system.readFile(path, MAX_STORE_FILE_BYTES),
    );
    if (!bytes) return undefined;
    const value = tryParse(bytes);
    if (isObject(value)) return value;
    throw await damagedFile(bytes, path);
  }

  function damaged(reason: string) {
    return { name, state: "damaged", reason } as const;
  }
}

/** What a list shows of a manifest, if it has it. */
function facts(
  manifest: Readonly<Record<string, unknown>>,
): Pick<PodListEntry, "profile" | "model"> {
  const profile = ownField(manifest, "profile");
  const source = ownField(profile, "source");
  const registry = ownField(source, "source");
  const name = ownField(source, "name");
  const path = ownField(source, "path");
  const chosen = typeof registry === "string" && typeof name === "string"
    ? `${registry}:${name}`
    : path;
  const reference = ownField(
    ownField(ownField(profile, "inputs"), "models"),
    "model",
  );
  const model = reference ?? ownField(manifest.model, "model_id");
  return {
    ...typeof chosen === "string" && { profile: chosen },
    ...typeof model === "string" && { model },
  };
}

/** Asked once for all: a folder for each Pod that lives. */
async function livingNames(
  { system, runtimeDirectory }: StoreLocation,
): Promise<ReadonlySet<string>> {
  const entries = await storeAskedFor(
    "list",
    system.readDirectory(runtimeDirectory),
  );
  return new Set(entries?.map(({ name }) => name));
}
