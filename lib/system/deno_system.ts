// lib/system is the only folder of lib/ that names `Deno`.
import { fromWindowsPath } from "./native_path.ts";
import { RealSystem } from "./real_system.ts";
import type { OpenedFor, Runtime, RuntimeFile } from "./runtime.ts";
import { asked } from "./runtime_refusal.ts";
import {
  type DirectoryEntry,
  type FileInfo,
  refusal,
  type System,
} from "./system.ts";

/**
 * The machine this program runs on. Each method needs the Deno permission for
 * what it touches, and nothing is touched before a method is called.
 *
 * @example
 * ```ts
 * import { denoSystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const system = denoSystem();
 * assert.equal(await system.stat(system.cwd()), "directory");
 * ```
 */
export function denoSystem(): System {
  return DENO_SYSTEM;
}

const OPEN_OPTIONS: Readonly<Record<OpenedFor, Deno.OpenOptions>> = {
  read: { read: true },
  write: { write: true },
  change: { read: true, write: true },
  make: { write: true, createNew: true },
  lock: { read: true, write: true, create: true },
};

const DENO: Runtime = {
  cwd: () => fromNative(Deno.cwd()),

  os() {
    const { os } = Deno.build;
    return os === "darwin"
      ? "macos"
      : os === "linux" || os === "windows"
      ? os
      : "other";
  },

  env: (name) => Deno.env.get(name),

  info: (path, followLinks) =>
    infoOf(followLinks ? Deno.statSync(path) : Deno.lstatSync(path)),

  readDirectory: (path) =>
    Array.from(
      Deno.readDirSync(path),
      (entry): DirectoryEntry => ({ name: entry.name, kind: kindOf(entry) }),
    ),

  realPath: (path) => fromNative(Deno.realPathSync(path)),

  readLink: (path) => fromNative(Deno.readLinkSync(path)),

  open(path, how, mode) {
    const file = Deno.openSync(path, {
      ...OPEN_OPTIONS[how],
      ...mode !== undefined && { mode },
    });
    if (how !== "lock" || "tryLockSync" in file) return runtimeFile(file);
    (file as Deno.FsFile).close();
    throw refusal(
      "unsupported",
      path,
      "this version of Deno knows no locks that do not wait",
    );
  },

  stdin: { read: (buffer) => Deno.stdin.readSync(buffer) },

  makeDirectory: (path, { mode, parents }) =>
    Deno.mkdirSync(path, { mode, recursive: parents }),

  setMode: (path, mode) => Deno.chmodSync(path, mode),

  rename: (from, to) => Deno.renameSync(from, to),

  remove: (path, recursive) => Deno.removeSync(path, { recursive }),

  isAbandoned(path) {
    using file = Deno.openSync(path, { read: true, write: true });
    return file.tryLockSync(true);
  },

  async *watch(paths, signal) {
    const [first = ""] = paths;
    if (signal.aborted) return;
    const watcher = asked(
      first,
      () => Deno.watchFs([...paths], { recursive: false }),
    );
    const stop = () => watcher.close();
    signal.addEventListener("abort", stop);
    try {
      for await (const { kind, paths: changed } of watcher) {
        if (kind !== "access") yield changed.map(fromNative);
      }
    } finally {
      signal.removeEventListener("abort", stop);
      if (!signal.aborted) watcher.close();
    }
  },
};

const DENO_SYSTEM: System = new RealSystem(DENO);

function runtimeFile(file: Deno.FsFile): RuntimeFile {
  return {
    info: () => infoOf(file.statSync()),
    rewind: () => file.seekSync(0, Deno.SeekMode.Start),
    read: (buffer) => file.readSync(buffer),
    write: (bytes) => file.writeSync(bytes),
    sync: () => file.syncSync(),
    tryLock: () => file.tryLockSync(true),
    [Symbol.dispose]: () => file.close(),
  };
}

function infoOf(info: Deno.FileInfo): FileInfo {
  const { dev, ino, uid, mode } = info;
  return {
    kind: kindOf(info),
    size: info.isDirectory ? 0 : info.size,
    // A number alone is unique on one disk only.
    inode: ino === null ? undefined : `${dev}:${ino}`,
    owner: uid ?? undefined,
    mode: mode === null ? undefined : mode & 0o7777,
  };
}

function kindOf(
  { isFile, isDirectory, isSymlink }: Pick<
    Deno.FileInfo,
    "isFile" | "isDirectory" | "isSymlink"
  >,
): FileInfo["kind"] {
  if (isFile) return "file";
  if (isDirectory) return "directory";
  return isSymlink ? "link" : "other";
}

function fromNative(path: string): string {
  return Deno.build.os === "windows" ? fromWindowsPath(path) : path;
}
