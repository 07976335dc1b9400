// The counterpart of `deno_system.ts` and `deno_storage.ts` for Node and Bun:
// synchronous calls behind asynchronous methods, too.
// deno-lint-ignore-file require-await
import { directoryOf } from "../base/file_path.ts";
import type * as Fs from "node:fs";
import { DEFAULT_MAX_BYTES, readAll } from "./deno_bytes.ts";
import { fromWindowsPath } from "./native_path.ts";
import { type NodeModules, nodeModules } from "./node_modules.ts";
import { askedNode, isNodeNotFound } from "./node_refusal.ts";
import { endOfLinks, isTemporary, temporaryIn } from "./whole_file.ts";
import {
  type FileInfo,
  type FileKind,
  type OpenFile,
  refusal,
  type System,
} from "./system.ts";

const STDIN = 0;
/** What a write left that is older is nobody's any more. */
const ABANDONED_MS = 3_600_000;
/** Where a person names a device; see `deno_system.ts`. */
const DEVICES = "/dev/";

/**
 * The machine that a program of Node or Bun runs on. Nothing is touched before
 * a method is called.
 *
 * Node has no advisory locks: {@linkcode System.lock} is refused as
 * `unsupported`, and with it what changes the snapshot store.
 *
 * @throws {TypeError} in a runtime that is not like Node
 *
 * @example
 * ```ts
 * import { nodeSystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const system = nodeSystem();
 * assert.equal(await system.stat(system.cwd()), "directory");
 * ```
 */
export function nodeSystem(): System {
  return new NodeSystem(nodeModules());
}

class NodeSystem implements System {
  readonly #fs: typeof Fs;
  readonly #runtime: NodeModules["runtime"];

  constructor({ fs, runtime }: NodeModules) {
    this.#fs = fs;
    this.#runtime = runtime;
  }

  cwd(): string {
    return askedNode(".", () => this.#fromNative(this.#runtime.cwd()));
  }

  os(): ReturnType<System["os"]> {
    const { platform } = this.#runtime;
    return platform === "darwin"
      ? "macos"
      : platform === "win32"
      ? "windows"
      : platform === "linux"
      ? "linux"
      : "other";
  }

  env(name: string): string | undefined {
    return this.#runtime.env[name] || undefined;
  }

  async stat(path: string): Promise<FileKind | undefined> {
    return askedNode(path, () => {
      const info = this.#statIfThere(path, true);
      const kind = info && kindOf(info);
      return kind === "link" ? undefined : kind;
    });
  }

  async fileInfo(
    path: string,
    { followLinks = true }: { readonly followLinks?: boolean } = {},
  ): Promise<FileInfo | undefined> {
    return askedNode(path, () => {
      const info = this.#statIfThere(path, followLinks);
      return info && {
        kind: kindOf(info),
        size: info.isDirectory() ? 0 : info.size,
        inode: inodeOf(info),
        owner: this.#onWindows() ? undefined : info.uid,
        mode: this.#onWindows() ? undefined : info.mode & 0o7777,
      };
    });
  }

  async readFile(
    path: string,
    maxBytes: number = DEFAULT_MAX_BYTES,
  ): Promise<Uint8Array> {
    return askedNode(path, () => {
      const info = this.#fs.statSync(path);
      if (info.isDirectory()) throw refusal("is-directory", path);
      if (!info.isFile() && !path.startsWith(DEVICES)) {
        throw refusal("other", path, "it is not a regular file");
      }
      return this.#withFile(
        path,
        "r",
        (file) => this.#readAll(file, path, maxBytes, info.size),
      );
    });
  }

  async readDirectory(path: string): ReturnType<System["readDirectory"]> {
    return askedNode(path, () => {
      // Node says of a file what it says of a path below one.
      if (this.#statIfThere(path, true)?.isDirectory() === false) {
        throw refusal("other", path, "not a directory");
      }
      return this.#fs.readdirSync(path, { withFileTypes: true })
        .map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
    });
  }

  async realPath(path: string): Promise<string> {
    return askedNode(
      path,
      () => this.#fromNative(this.#fs.realpathSync.native(path)),
    );
  }

  async readLink(path: string): Promise<string> {
    return askedNode(
      path,
      () => this.#fromNative(this.#fs.readlinkSync(path)),
    );
  }

  async readStdin(maxBytes: number = DEFAULT_MAX_BYTES): Promise<Uint8Array> {
    return askedNode(
      "<stdin>",
      () => this.#readAll(STDIN, "<stdin>", maxBytes, 0),
    );
  }

  async writeFile(path: string, bytes: Uint8Array): Promise<void> {
    askedNode(path, () => this.#writeWhole(path, bytes));
  }

  async openFile(path: string): Promise<OpenFile> {
    return askedNode(path, () => {
      // To open a pipe would be to wait for ever.
      if (!this.#fs.statSync(path).isFile()) {
        throw refusal("other", path, "it is not a regular file");
      }
      const file = this.#fs.openSync(path, "r");
      return {
        inode: inodeOf(this.#fs.fstatSync(file)),
        read: async (maxBytes = DEFAULT_MAX_BYTES) =>
          askedNode(path, () => {
            const { size } = this.#fs.fstatSync(file);
            return this.#readAll(file, path, maxBytes, size, 0);
          }),
        [Symbol.dispose]: () => this.#fs.closeSync(file),
      };
    });
  }

  async createFile(
    path: string,
    bytes: Uint8Array,
    mode: number = 0o666,
  ): Promise<void> {
    askedNode(path, () => {
      const file = this.#fs.openSync(path, "wx", mode);
      try {
        this.#writeAll(file, bytes);
      } catch (error) {
        this.#fs.unlinkSync(path);
        throw error;
      } finally {
        this.#fs.closeSync(file);
      }
    });
  }

  async makeDirectory(
    path: string,
    { mode = 0o777, parents = false }: {
      readonly mode?: number;
      readonly parents?: boolean;
    } = {},
  ): Promise<void> {
    askedNode(
      path,
      () => void this.#fs.mkdirSync(path, { mode, recursive: parents }),
    );
  }

  async rename(from: string, to: string): Promise<void> {
    askedNode(from, () => this.#fs.renameSync(from, to));
  }

  async remove(
    path: string,
    { recursive = false }: { readonly recursive?: boolean } = {},
  ): Promise<void> {
    askedNode(path, () => {
      if (recursive) return this.#fs.rmSync(path, { recursive });
      if (this.#fs.lstatSync(path).isDirectory()) this.#fs.rmdirSync(path);
      else this.#fs.unlinkSync(path);
    });
  }

  async sync(path: string): Promise<void> {
    askedNode(path, () => {
      const isDirectory = this.#fs.statSync(path).isDirectory();
      // Windows keeps names by itself and does not open a directory.
      if (isDirectory && this.#onWindows()) return;
      this.#withFile(
        path,
        isDirectory ? "r" : "r+",
        (file) => this.#fs.fsyncSync(file),
      );
    });
  }

  async lock(path: string): Promise<Disposable | undefined> {
    throw refusal(
      "unsupported",
      path,
      "this runtime has no locks for files; Deno has",
    );
  }

  async wait(ms: number): Promise<void> {
    const { promise, resolve } = deferred<void>();
    globalThis.setTimeout(resolve, ms);
    await promise;
  }

  async *watch(
    paths: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<readonly string[]> {
    const changed: string[] = [];
    let next = deferred<void>();
    const watchers = paths.map((path) =>
      askedNode(
        path,
        () =>
          this.#fs.watch(path, (_event, name) => {
            const below = this.#statIfThere(path, true)?.isDirectory();
            changed.push(
              name && below ? `${path}/${this.#fromNative(name)}` : path,
            );
            next.resolve();
          }),
      )
    );
    const stop = () => next.resolve();
    signal.addEventListener("abort", stop);
    try {
      while (!signal.aborted) {
        await next.promise;
        next = deferred();
        if (changed.length > 0) yield changed.splice(0);
      }
    } finally {
      signal.removeEventListener("abort", stop);
      watchers.forEach((watcher) => watcher.close());
    }
  }

  /** Takes away what a process left that was killed. Never the reason of an error. */
  #sweep(folder: string): void {
    try {
      for (const name of this.#fs.readdirSync(folder).filter(isTemporary)) {
        const path = `${folder}/${name}`;
        // There are no locks here that would tell who is at work on it.
        const age = Date.now() - this.#fs.statSync(path).mtimeMs;
        if (age > ABANDONED_MS) this.#fs.unlinkSync(path);
      }
    } catch {
      // The folder cannot be read, or another process was quicker.
    }
  }

  #writeWhole(path: string, bytes: Uint8Array): void {
    const there = this.#statIfThere(path, true);
    // `/dev/stdout` and its like cannot be replaced, only written to.
    if (there && !there.isFile() && !there.isDirectory()) {
      return this.#withFile(path, "w", (file) => this.#writeAll(file, bytes));
    }
    // A link stays a link: what it points at is replaced, or made.
    const target = there
      ? this.#fromNative(this.#fs.realpathSync.native(path))
      : endOfLinks(
        this.#fromNative(path),
        (link) => this.#fromNative(this.#fs.readlinkSync(link)),
      );
    const folder = directoryOf(target);
    this.#sweep(folder);
    const temporary = temporaryIn(folder);
    try {
      this.#withFile(temporary, "wx", (file) => {
        this.#writeAll(file, bytes);
        this.#fs.fsyncSync(file);
      });
      if (there) this.#fs.chmodSync(temporary, there.mode & 0o7777);
      this.#fs.renameSync(temporary, target);
    } catch (error) {
      // It was never made, or is renamed: the first error is the one to tell.
      this.#fs.rmSync(temporary, { force: true });
      throw error;
    }
  }

  #withFile<T>(path: string, flags: string, work: (file: number) => T): T {
    const file = this.#fs.openSync(path, flags);
    try {
      return work(file);
    } finally {
      this.#fs.closeSync(file);
    }
  }

  /** @param start where to begin; left out: where the file stands */
  #readAll(
    file: number,
    path: string,
    maxBytes: number,
    expected: number,
    start?: number,
  ): Uint8Array {
    let at = start;
    const readSync = (buffer: Uint8Array): number | null => {
      const read = this.#fs.readSync(
        file,
        buffer,
        0,
        buffer.length,
        at ?? null,
      );
      if (at !== undefined) at += read;
      return read === 0 ? null : read;
    };
    return readAll({ readSync }, path, maxBytes, expected);
  }

  #writeAll(file: number, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      at += this.#fs.writeSync(file, bytes, at);
    }
  }

  #statIfThere(path: string, followLinks: boolean): Fs.Stats | undefined {
    try {
      return followLinks ? this.#fs.statSync(path) : this.#fs.lstatSync(path);
    } catch (error) {
      if (isNodeNotFound(error)) return undefined;
      throw error;
    }
  }

  #fromNative(path: string): string {
    return this.#onWindows() ? fromWindowsPath(path) : path;
  }

  #onWindows(): boolean {
    return this.#runtime.platform === "win32";
  }
}

function kindOf(info: Fs.Stats | Fs.Dirent): FileKind | "link" {
  if (info.isFile()) return "file";
  if (info.isDirectory()) return "directory";
  return info.isSymbolicLink() ? "link" : "other";
}

/** Device and number: a number alone is unique on one disk only. */
function inodeOf({ dev, ino }: Fs.Stats): string {
  return `${dev}:${ino}`;
}

/** As `Promise.withResolvers`, which Node 20 does not have. */
function deferred<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
} {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => resolve = done);
  return { promise, resolve };
}
