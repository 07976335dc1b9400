// lib/system is the only folder of lib/ that names `Deno`.
//
// Calls are the synchronous ones behind asynchronous methods: this program
// waits for every one of them anyway, and waking the event loop for each costs
// about half a millisecond at start.
// deno-lint-ignore-file require-await
import { baseName, directoryOf } from "../base/file_path.ts";
import { fromWindowsPath } from "./native_path.ts";
import {
  type DirectoryEntry,
  type FileKind,
  refusal,
  type System,
  SystemError,
  tooLarge,
} from "./system.ts";

const DEFAULT_MAX_BYTES = 8 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

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
 * import { denoSystem } from "./deno_system.ts";
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

  env(name) {
    return asked(name, () => Deno.env.get(name)) || undefined;
  },

  async stat(path) {
    return asked(path, () => {
      const info = statIfThere(path);
      return info && kindOf(info);
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

  async readStdin(maxBytes = DEFAULT_MAX_BYTES) {
    return asked("<stdin>", () => readAll(Deno.stdin, "<stdin>", maxBytes, 0));
  },

  async writeFile(path, bytes) {
    asked(path, () => writeWhole(path, bytes));
  },
};

function writeWhole(path: string, bytes: Uint8Array): void {
  const there = statIfThere(path);
  // `/dev/stdout` and its like cannot be replaced, only written to.
  if (there && !there.isFile && !there.isDirectory) {
    using file = Deno.openSync(path, { write: true });
    return writeAll(file, bytes);
  }
  // A link stays a link: what it points at is replaced.
  const target = there ? Deno.realPathSync(path) : path;
  const temporary = `${directoryOf(fromNative(target))}/.${
    baseName(fromNative(target))
  }.${crypto.randomUUID()}.tmp`;
  try {
    {
      using file = Deno.openSync(temporary, { write: true, createNew: true });
      writeAll(file, bytes);
      file.syncSync();
    }
    if (there?.mode) Deno.chmodSync(temporary, there.mode & 0o7777);
    Deno.renameSync(temporary, target);
  } catch (error) {
    try {
      Deno.removeSync(temporary);
    } catch {
      // It was never made, or is renamed: the first error is the one to tell.
    }
    throw error;
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

function writeAll(file: Deno.FsFile, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
}

interface Readable {
  readSync(buffer: Uint8Array): number | null;
}

function readAll(
  source: Readable,
  path: string,
  maxBytes: number,
  expected: number,
): Uint8Array {
  if (expected > maxBytes) throw tooLarge(path, maxBytes);
  // One byte more than expected, so that the last read can say "the end".
  let buffer = new Uint8Array(expected > 0 ? expected + 1 : CHUNK_BYTES);
  let length = 0;
  for (;;) {
    const read = source.readSync(buffer.subarray(length));
    if (read === null) return buffer.subarray(0, length);
    length += read;
    if (length > maxBytes) throw tooLarge(path, maxBytes);
    if (length === buffer.length) {
      const larger = new Uint8Array(2 * buffer.length);
      larger.set(buffer);
      buffer = larger;
    }
  }
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

function fromNative(path: string): string {
  return Deno.build.os === "windows" ? fromWindowsPath(path) : path;
}

/** Runs `ask`; what the outside world refuses is thrown as a SystemError. */
function asked<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw systemError(error, path);
  }
}

function systemError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof SystemError) return error;
  const { errors } = Deno;
  if (error instanceof errors.NotCapable) {
    // "Requires read access to "/x", run again with the --allow-read flag"
    return refusal("not-permitted", path, decapitalized(error.message));
  }
  if (isNotFound(error)) return refusal("not-found", path);
  if (error instanceof errors.PermissionDenied) return refusal("denied", path);
  if (error instanceof errors.IsADirectory) {
    return refusal("is-directory", path);
  }
  if (error instanceof errors.AlreadyExists) return refusal("exists", path);
  // "File name too long (os error 36): stat '/x'": the middle part is noise.
  const [reason] = error.message.split(" (os error");
  if (reason !== error.message || "code" in error) {
    return refusal("other", path, decapitalized(reason));
  }
  return error;
}

function isNotFound(error: unknown): boolean {
  const { NotFound, NotADirectory } = Deno.errors;
  return error instanceof NotFound || error instanceof NotADirectory;
}

function decapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
