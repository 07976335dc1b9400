import { isObject } from "../base/json.ts";
import { failure, type ProfileError } from "../base/profile_error.ts";
import { manifestDigest } from "../manifest/manifest_digest.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { SNAPSHOT_FORMAT } from "./snapshot_format.ts";
import { parseStoreJson } from "./parse_store_json.ts";
import type { ScopeRule } from "../schema/scope.ts";

/** What the launch said when a Pod was created. */
export interface SnapshotLaunch {
  /** As it was given; left out where a manifest file was. */
  readonly selector?: string;
  /** The absolute path of the manifest file, where one was given. */
  readonly manifest?: string;
  /** The workspace by its real path. */
  readonly workspace: string;
  /** The authority that was handed over, where it was not the workspace. */
  readonly delegated_scope?: readonly ScopeRule[];
  /** Origins that were trusted beside those of the catalog. */
  readonly trusted_origins?: readonly string[];
  /** The name that was given. */
  readonly pod_name: string;
}

/** A source that took part. */
export interface SnapshotSource {
  /** As in the manifest's `profile.inputs.modules`. */
  readonly name: string;
  /** Absolute; for a builtin the resource inside the program. */
  readonly path: string;
  /** Of its bytes. */
  readonly sha256: string;
}

/** A catalog file that was, or was not, there. */
export interface SnapshotCatalogFile {
  /** Absolute. */
  readonly path: string;
  /** Of its bytes; left out: there was none, and the builtin one was taken. */
  readonly sha256?: string;
}

/** The catalog that was looked into. */
export interface SnapshotCatalog {
  /** Of what it says, as in `profile.inputs.catalog`; left out with a manifest file. */
  readonly sha256?: string;
  /** Where it could come from; none: it was given by a program. */
  readonly files: readonly SnapshotCatalogFile[];
}

/** What a Pod was created with: `profile-snapshot.json`. */
export interface PodSnapshot {
  /** What the file is. */
  readonly format: "insomnia.snapshot.v1";
  /** Whole, with its `profile` section where it has one. */
  readonly manifest: PodManifest;
  /** Left out: the Pod was adopted, and nobody knows. */
  readonly launch?: SnapshotLaunch;
  /** None: the Pod was adopted. */
  readonly sources: readonly SnapshotSource[];
  /** Left out: the Pod was adopted. */
  readonly catalog?: SnapshotCatalog;
  /** `sha256:` and the digest of the manifest without its `profile` section. */
  readonly digest: string;
}

/** A snapshot of a manifest, with its digest, in the order of printing. */
export async function snapshotOf(
  { manifest, launch, sources, catalog }: Omit<
    PodSnapshot,
    "format" | "digest"
  >,
): Promise<PodSnapshot> {
  return {
    format: SNAPSHOT_FORMAT,
    manifest,
    ...launch && { launch },
    sources,
    ...catalog && { catalog },
    digest: await manifestDigest(manifest),
  };
}

/** The hexadecimal digits of a digest, for names of files. */
export function digestName({ digest }: PodSnapshot): string {
  return digest.slice(digest.indexOf(":") + 1);
}

/**
 * Reads a snapshot back. Its manifest was validated when it was written, and
 * its digest tells whether somebody changed it since: no schema is needed.
 *
 * @param path for messages
 * @param name of the Pod it has to be about
 * @throws {ProfileError} `pod-damaged`, `pod-foreign`
 */
export async function parseSnapshot(
  bytes: Uint8Array,
  path: string,
  name: string,
): Promise<PodSnapshot> {
  const value = await parseStoreJson(bytes, path);
  if (!isObject(value) || value.format !== SNAPSHOT_FORMAT) {
    throw foreignFormat(path, isObject(value) ? value.format : undefined);
  }
  const missing = missingField(value);
  if (missing) {
    throw failure("pod-damaged", `\`${path}\` is damaged: ${missing}`, {
      help: HELP,
    });
  }
  const snapshot = value as unknown as PodSnapshot;
  const { pod } = snapshot.manifest;
  if (pod.name !== name) {
    throw failure(
      "pod-foreign",
      `\`${path}\` is about the Pod \`${pod.name}\`, not \`${name}\``,
      {
        help: pod.name.toLowerCase() === name.toLowerCase()
          ? "letter case counts, and this disk does not tell the two apart: " +
            `use \`${pod.name}\``
          : "was the folder copied or renamed by hand?",
      },
    );
  }
  if (await manifestDigest(snapshot.manifest) !== snapshot.digest) {
    throw failure(
      "pod-damaged",
      `\`${path}\` is damaged: its \`digest\` is not that of its \`manifest\``,
      { help: "it was changed by hand or by a program; " + HELP },
    );
  }
  return snapshot;
}

const HELP = "the folder `history` beside it may hold an earlier one; " +
  "`pod create` makes a new Pod under another name";

function missingField(value: Record<string, unknown>): string | undefined {
  const { manifest, digest, sources } = value;
  if (!isObject(manifest)) return "`manifest` is missing";
  if (!isObject(manifest.pod) || typeof manifest.pod.name !== "string") {
    return "`manifest.pod.name` is missing";
  }
  if (!isObject(manifest.scope) || !Array.isArray(manifest.scope.allow)) {
    return "`manifest.scope` is missing";
  }
  if (typeof digest !== "string") return "`digest` is missing";
  if (!Array.isArray(sources)) return "`sources` is missing";
}

function foreignFormat(path: string, format: unknown): ProfileError {
  return typeof format === "string" && format.startsWith("insomnia.snapshot.")
    ? failure(
      "pod-foreign",
      `\`${path}\` has the format \`${format}\`: this version reads \`${SNAPSHOT_FORMAT}\``,
      { help: "use the version of this program that wrote it" },
    )
    : failure(
      "pod-damaged",
      `\`${path}\` is no snapshot: its \`format\` is not \`${SNAPSHOT_FORMAT}\``,
      { help: HELP },
    );
}
