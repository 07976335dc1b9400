import { directoryOf, isAbsolute, joinPath } from "../base/file_path.ts";
import type { Runtime, RuntimeFile } from "./runtime.ts";
import { writeAll } from "./runtime_bytes.ts";
import { infoIfThere } from "./runtime_refusal.ts";
import { MOST_LINKS, refusal } from "./system.ts";

/**
 * Where a person names a device. Opening a pipe elsewhere may wait forever for
 * its reader.
 */
const DEVICES: readonly string[] = ["/dev/", "/proc/"];

/** Without the file's name, which may already have the greatest length. */
const TEMPORARY = /^\.insomnia-profile\.[0-9a-f-]{36}\.tmp$/;

/**
 * Writes a file whole or not at all: into a file beside it that takes its place.
 * What a process left there that was killed is swept away.
 */
export function writeWhole(
  runtime: Runtime,
  path: string,
  bytes: Uint8Array,
): void {
  const there = infoIfThere(runtime, path, true);
  // `/dev/stdout` and other devices cannot be replaced, only written to.
  if (there?.kind === "other") {
    const end = endOfLinks(path, (link) => runtime.readLink(link));
    if (!DEVICES.some((folder) => end.startsWith(folder))) {
      throw refusal("other", path, "it is not a regular file");
    }
    using file = runtime.open(path, "write");
    return writeAll(file, bytes);
  }
  // A link stays a link; its target is replaced or made.
  const target = there
    ? runtime.realPath(path)
    : endOfLinks(path, (link) => runtime.readLink(link));
  const folder = directoryOf(target);
  sweep(runtime, folder);
  const temporary = `${folder}/.insomnia-profile.${crypto.randomUUID()}.tmp`;
  try {
    {
      using file = runtime.open(temporary, "make");
      markAsHeld(file);
      writeAll(file, bytes);
      file.sync();
    }
    if (there?.mode) runtime.setMode(temporary, there.mode);
    runtime.rename(temporary, target);
  } catch (error) {
    removeIfThere(runtime, temporary);
    throw error;
  }
}

/**
 * The path that a link which leads to nothing means; any other as it is.
 *
 * @param readLink throws for what is no link
 */
export function endOfLinks(
  path: string,
  readLink: (path: string) => string,
): string {
  let target = path;
  for (let followed = 0; followed < MOST_LINKS; followed++) {
    let next: string;
    try {
      next = readLink(target);
    } catch {
      return target;
    }
    target = isAbsolute(next) ? next : joinPath(directoryOf(target), next);
  }
  return target;
}

/** Marks a file as being written, until this process ends. */
function markAsHeld(file: RuntimeFile): void {
  try {
    file.tryLock();
  } catch {
    // The file system has no locks.
  }
}

/** Removes temporary files whose writer is gone. Never throws. */
function sweep(runtime: Runtime, folder: string): void {
  try {
    for (const { name, kind } of runtime.readDirectory(folder)) {
      if (kind !== "file" || !TEMPORARY.test(name)) continue;
      const path = `${folder}/${name}`;
      if (runtime.isAbandoned(path)) runtime.remove(path, false);
    }
  } catch {
    // The folder cannot be read, or another process was quicker.
  }
}

function removeIfThere(runtime: Runtime, temporary: string): void {
  try {
    runtime.remove(temporary, false);
  } catch {
    // It was never made or is renamed already; the first error is the one to
    // report.
  }
}
