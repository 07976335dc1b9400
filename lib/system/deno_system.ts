// lib/system is the only folder of lib/ that names `Deno`.
//
// Calls are the synchronous ones behind asynchronous methods: this program
// waits for every one of them anyway, and waking the event loop for each costs
// about half a millisecond at start.
// deno-lint-ignore-file require-await
import { DEFAULT_MAX_BYTES, readAll } from "./deno_bytes.ts";
import { asked, fromNative, isNotFound } from "./deno_refusal.ts";
import { DENO_STORAGE, inodeOf } from "./deno_storage.ts";
import { writeWhole } from "./write_whole.ts";
import {
  type DirectoryEntry,
  type FileInfo,
  type FileKind,
  refusal,
  type System,
} from "./system.ts";

/**
 * Where a person names a device, or what the shell hands over for `<(...)`.
 * Anywhere else a pipe or a device is a trap: to open it is to wait for ever.
 */
const DEVICES = "/dev/";

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

const DENO_SYSTEM: System = {
  cwd() {
    return asked(".", () => fromNative(Deno.cwd()));
  },

  os() {
    const { os } = Deno.build;
    return os === "darwin"
      ? "macos"
      : os === "linux" || os === "windows"
      ? os
      : "other";
  },

  env(name) {
    return asked(name, () => Deno.env.get(name)) || undefined;
  },

  async stat(path) {
    return asked(path, () => {
      const info = statIfThere(path);
      return info && kindOf(info);
    });
  },

  async fileInfo(path, { followLinks = true } = {}) {
    return asked(path, () => {
      const info = statIfThere(path, followLinks);
      return info && fileInfo(info);
    });
  },

  async readFile(path, maxBytes = DEFAULT_MAX_BYTES) {
    return asked(path, () => {
      const info = Deno.statSync(path);
      if (!info.isFile && !info.isDirectory && !path.startsWith(DEVICES)) {
        throw refusal("other", path, "it is not a regular file");
      }
      using file = Deno.openSync(path);
      return readAll(file, path, maxBytes, info.size);
    });
  },

  async readDirectory(path) {
    return asked(path, () =>
      Array.from(
        Deno.readDirSync(path),
        (entry): DirectoryEntry => ({ name: entry.name, kind: kindOf(entry) }),
      ));
  },

  async realPath(path) {
    return asked(path, () => fromNative(Deno.realPathSync(path)));
  },

  async readLink(path) {
    return asked(path, () => fromNative(Deno.readLinkSync(path)));
  },

  async readStdin(maxBytes = DEFAULT_MAX_BYTES) {
    return asked("<stdin>", () => readAll(Deno.stdin, "<stdin>", maxBytes, 0));
  },

  async writeFile(path, bytes) {
    asked(path, () => writeWhole(path, bytes));
  },

  ...DENO_STORAGE,
};

function statIfThere(
  path: string,
  followLinks = true,
): Deno.FileInfo | undefined {
  try {
    return followLinks ? Deno.statSync(path) : Deno.lstatSync(path);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function fileInfo(info: Deno.FileInfo): FileInfo {
  return {
    kind: kindOf(info),
    size: info.isDirectory ? 0 : info.size,
    inode: inodeOf(info),
    owner: info.uid ?? undefined,
    mode: info.mode === null ? undefined : info.mode & 0o7777,
  };
}

function kindOf(
  info: { isFile: boolean; isDirectory: boolean },
): FileKind;
function kindOf(
  info: { isFile: boolean; isDirectory: boolean; isSymlink: boolean },
): FileKind | "link";
function kindOf(
  info: { isFile: boolean; isDirectory: boolean; isSymlink?: boolean },
): FileKind | "link" {
  if (info.isFile) return "file";
  if (info.isDirectory) return "directory";
  return info.isSymlink ? "link" : "other";
}
