import { baseName } from "../base/file_path.ts";
import { failure } from "../base/profile_error.ts";
import { isObject } from "../base/json.ts";
import type { OpenFile, System } from "../system/system.ts";
import { damagedFile, tryParse } from "./parse_store_json.ts";
import type { PodFolder } from "./pod_folder.ts";
import type { PodMetadata } from "./pod_metadata.ts";
import { printJson } from "../base/print_json.ts";
import { MAX_STORE_FILE_BYTES } from "./read_pod_file.ts";
import { storeAsked, storeAskedFor } from "./store_refusal.ts";
import {
  removeTemporary,
  renameTemporary,
  writeTemporary,
} from "./write_pod_file.ts";

/**
 * How long a file that does not parse is read again: the runtime empties it
 * before it writes, so half of one may only mean that it is at it.
 */
const SETTLE_MS = 250;
const SETTLE_RETRY_MS = 5;

/** Attempts; one fails if the runtime writes in between, which is rare. */
const MAX_ATTEMPTS = 100;

/** Makes new metadata of what is there. */
export type MetadataChange = (metadata: PodMetadata | undefined) => PodMetadata;

/** A metadata file as it was read. */
export interface ReadMetadata {
  readonly bytes: Uint8Array;
  readonly metadata: PodMetadata;
}

/**
 * Changes a Pod's `metadata.json` while the runtime may write it, too. The
 * runtime takes no lock and rewrites the file in place, so what was read is
 * held open and looked at twice more: just before the new file takes the name,
 * where a difference means to begin again, and just after it, where one means
 * that the runtime's last word went into the file that was replaced, and has to
 * be brought over.
 *
 * Only under the Pod's lock, which keeps others of this program out.
 *
 * @throws {ProfileError} `pod-damaged`, `store-inaccessible`, `store-locked`
 * when the runtime does not stop writing
 */
export async function replaceMetadata(
  system: System,
  folder: PodFolder,
  change: MetadataChange,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    using held = await openMetadata(system, folder);
    const read = held && await readSettled(system, held, folder);
    const text = printJson(change(read?.metadata));
    if (read && sameBytes(read.bytes, encode(text))) return;
    if (!await takePlace(system, folder, text, held, read?.bytes)) continue;
    if (held) await bringOver(system, folder, change, held, read!.bytes, text);
    return;
  }
  throw failure(
    "store-locked",
    `\`${folder.metadata}\` changes faster than it can be written`,
    { help: "something writes it without a pause; nothing was changed" },
  );
}

/** The metadata of a Pod, when it is whole; nothing where there is no file. */
export async function readMetadata(
  system: System,
  folder: PodFolder,
): Promise<PodMetadata | undefined> {
  using held = await openMetadata(system, folder);
  return held && (await readSettled(system, held, folder)).metadata;
}

/** Whether the new text replaced the file; not if that is another by now. */
async function takePlace(
  system: System,
  folder: PodFolder,
  text: string,
  held: OpenFile | undefined,
  bytes: Uint8Array | undefined,
): Promise<boolean> {
  const name = baseName(folder.metadata);
  const temporary = await writeTemporary(system, folder.path, name, text);
  try {
    if (!await isUnchanged(system, folder, held, bytes)) {
      await removeTemporary(system, temporary);
      return false;
    }
  } catch (error) {
    await removeTemporary(system, temporary);
    throw error;
  }
  await renameTemporary(system, temporary, folder.path, name);
  return true;
}

/** What the runtime wrote into the file while it was replaced. */
async function bringOver(
  system: System,
  folder: PodFolder,
  change: MetadataChange,
  held: OpenFile,
  seen: Uint8Array,
  written: string,
): Promise<void> {
  const late = await trySettled(system, held);
  // It never became whole: its writer is gone, and the file that was replaced
  // is intact.
  if (!("metadata" in late) || sameBytes(late.bytes, seen)) return;
  using now = await openMetadata(system, folder);
  const current = now && await storeAsked("read", now.read());
  // It was written again since then, and the later content counts.
  if (!now || !sameBytes(current!, encode(written))) return;
  const text = printJson(change(late.metadata));
  if (await takePlace(system, folder, text, now, current)) {
    await bringOver(system, folder, change, now, current!, text);
  }
}

async function openMetadata(
  system: System,
  folder: PodFolder,
): Promise<OpenFile | undefined> {
  const info = await storeAsked(
    "read",
    system.fileInfo(folder.metadata, { followLinks: false }),
  );
  if (!info) return undefined;
  if (info.kind !== "file") {
    throw failure(
      "pod-foreign",
      `\`${folder.metadata}\` is ${
        info.kind === "link" ? "a symbolic link" : "no regular file"
      }: what it leads to is not this store's`,
    );
  }
  return await storeAskedFor("read", system.openFile(folder.metadata));
}

async function isUnchanged(
  system: System,
  folder: PodFolder,
  held: OpenFile | undefined,
  bytes: Uint8Array | undefined,
): Promise<boolean> {
  const info = await storeAsked(
    "read",
    system.fileInfo(folder.metadata, { followLinks: false }),
  );
  if (!held || !bytes) return info === undefined;
  if (info?.inode !== held.inode) return false;
  return sameBytes(await storeAsked("read", held.read()), bytes);
}

async function readSettled(
  system: System,
  held: OpenFile,
  folder: PodFolder,
): Promise<ReadMetadata> {
  const read = await trySettled(system, held);
  if ("metadata" in read) return read;
  throw await damagedFile(read.bytes, folder.metadata);
}

/** The metadata once it parses, or what it still was in the end. */
async function trySettled(
  system: System,
  held: OpenFile,
): Promise<ReadMetadata | { readonly bytes: Uint8Array }> {
  for (let waited = 0;; waited += SETTLE_RETRY_MS) {
    const bytes = await storeAsked("read", held.read(MAX_STORE_FILE_BYTES));
    const metadata = tryParse(bytes, true);
    if (isObject(metadata)) return { bytes, metadata };
    if (metadata !== undefined || waited >= SETTLE_MS) return { bytes };
    await system.wait(SETTLE_RETRY_MS);
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
