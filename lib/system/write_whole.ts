import { directoryOf } from "../base/file_path.ts";
import { writeAll } from "./deno_bytes.ts";
import { fromNative, isNotFound } from "./deno_refusal.ts";
import { endOfLinks, isTemporary, temporaryIn } from "./whole_file.ts";

/**
 * Writes a file whole or not at all: into a file beside it that takes its place.
 * What a process left there that was killed is swept away.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const there = statIfThere(path);
  // `/dev/stdout` and its like cannot be replaced, only written to.
  if (there && !there.isFile && !there.isDirectory) {
    using file = Deno.openSync(path, { write: true });
    return writeAll(file, bytes);
  }
  // A link stays a link: what it points at is replaced, or made.
  const target = there ? Deno.realPathSync(path) : endOfLinks(
    fromNative(path),
    (link) => fromNative(Deno.readLinkSync(link)),
  );
  const folder = directoryOf(fromNative(target));
  sweep(folder);
  const temporary = temporaryIn(folder);
  try {
    {
      using file = Deno.openSync(temporary, { write: true, createNew: true });
      // Says that somebody is at work on it, until this process ends.
      tryLock(file);
      writeAll(file, bytes);
      file.syncSync();
    }
    if (there?.mode) Deno.chmodSync(temporary, there.mode & 0o7777);
    Deno.renameSync(temporary, target);
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  }
}

/** Takes away what nobody is writing any more. Never the reason of an error. */
function sweep(folder: string): void {
  try {
    for (const { name, isFile } of Deno.readDirSync(folder)) {
      if (!isFile || !isTemporary(name)) continue;
      const path = `${folder}/${name}`;
      using file = Deno.openSync(path, { read: true, write: true });
      if (tryLock(file)) Deno.removeSync(path);
    }
  } catch {
    // The folder cannot be read, or another process was quicker.
  }
}

function tryLock(file: Deno.FsFile): boolean {
  try {
    return file.tryLockSync(true);
  } catch {
    // A file system that knows no locks: then nobody can tell.
    return false;
  }
}

function statIfThere(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.statSync(path);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path);
  } catch {
    // It was never made, or is renamed: the first error is the one to tell.
  }
}
