import { failure, type ProfileError } from "../base/profile_error.ts";
import type { FileInfo, System } from "../system/system.ts";
import type { PodFolder } from "./pod_folder.ts";
import { storeAsked, storeAskedFor } from "./store_refusal.ts";

/** Far more than any manifest with the sums of its sources. */
export const MAX_STORE_FILE_BYTES = 8 * 1024 * 1024;

/** May write anywhere, and what it wrote is trusted like everything else. */
const ROOT = 0;

/**
 * The bytes of a file of the store.
 *
 * @returns nothing where there is no such file
 * @throws {ProfileError} `pod-foreign` for what is no regular file of this
 * user, `store-inaccessible`
 */
export async function readPodFile(
  system: System,
  path: string,
  owner: number | undefined,
): Promise<Uint8Array | undefined> {
  const info = await storeAsked(
    "read",
    system.fileInfo(path, { followLinks: false }),
  );
  if (!info) return undefined;
  requireOwn(path, info, "file", owner);
  // It may have been removed in between.
  return await storeAskedFor(
    "read",
    system.readFile(path, MAX_STORE_FILE_BYTES),
  );
}

/**
 * Who a Pod's folder belongs to: the files in it have to belong to the same.
 *
 * @returns nothing where there is no such folder; `owner` is `undefined` where
 * the operating system knows none
 * @throws {ProfileError} `pod-foreign` for a link, a file, another user's folder
 */
export async function statPodFolder(
  system: System,
  { path, pods }: PodFolder,
): Promise<{ readonly owner: number | undefined } | undefined> {
  const info = await storeAsked(
    "read",
    system.fileInfo(path, { followLinks: false }),
  );
  if (!info) return undefined;
  const above = await storeAsked("read", system.fileInfo(pods));
  requireOwn(path, info, "directory", above?.owner);
  return { owner: info.owner };
}

function requireOwn(
  path: string,
  { kind, owner }: FileInfo,
  wanted: "file" | "directory",
  expectedOwner: number | undefined,
): void {
  if (kind !== wanted) throw notA(path, kind, wanted);
  if (owner === undefined || expectedOwner === undefined) return;
  if (owner === expectedOwner || owner === ROOT) return;
  throw failure(
    "pod-foreign",
    `\`${path}\` belongs to another user (${owner}, not ${expectedOwner})`,
    { help: "what somebody else can write must not decide what a Pod may do" },
  );
}

function notA(
  path: string,
  kind: FileInfo["kind"],
  wanted: "file" | "directory",
): ProfileError {
  const what = kind === "link"
    ? "a symbolic link"
    : kind === "other"
    ? "no regular file"
    : `a ${kind}`;
  return failure(
    "pod-foreign",
    `\`${path}\` is ${what}: a ${wanted} of this store is wanted`,
    { help: "move it away; this program made no such thing" },
  );
}
