import type * as Fs from "node:fs";
import { fromWindowsPath } from "./native_path.ts";
import { type NodeModules, nodeModules } from "./node_modules.ts";
import { RealSystem } from "./real_system.ts";
import type { OpenedFor, Runtime, RuntimeFile } from "./runtime.ts";
import { asked } from "./runtime_refusal.ts";
import { type FileInfo, refusal, type System } from "./system.ts";
import { toldChanges } from "./told_changes.ts";

const STDIN = 0;

/**
 * What a write left that is older is nobody's any more: there are no locks here
 * that would tell who is at work on it.
 */
const ABANDONED_MS = 3_600_000;

const FLAGS: Readonly<Record<Exclude<OpenedFor, "lock">, string>> = {
  read: "r",
  write: "w",
  change: "r+",
  make: "wx",
};

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
  return new RealSystem(new NodeRuntime(nodeModules()));
}

class NodeRuntime implements Runtime {
  readonly #fs: typeof Fs;
  readonly #runtime: NodeModules["runtime"];

  constructor({ fs, runtime }: NodeModules) {
    this.#fs = fs;
    this.#runtime = runtime;
  }

  cwd(): string {
    return this.#fromNative(this.#runtime.cwd());
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
    return this.#runtime.env[name];
  }

  info(path: string, followLinks: boolean): FileInfo {
    return this.#infoOf(
      followLinks ? this.#fs.statSync(path) : this.#fs.lstatSync(path),
    );
  }

  readDirectory(path: string): ReturnType<Runtime["readDirectory"]> {
    return this.#fs.readdirSync(path, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  }

  realPath(path: string): string {
    return this.#fromNative(this.#fs.realpathSync.native(path));
  }

  readLink(path: string): string {
    return this.#fromNative(this.#fs.readlinkSync(path));
  }

  open(path: string, how: OpenedFor, mode?: number): RuntimeFile {
    if (how === "lock") {
      throw refusal(
        "unsupported",
        path,
        "this runtime has no locks for files; Deno has",
      );
    }
    return this.#file(this.#fs.openSync(path, FLAGS[how], mode));
  }

  get stdin(): RuntimeFile {
    return this.#file(STDIN);
  }

  makeDirectory(
    ...[path, { mode, parents }]: Parameters<Runtime["makeDirectory"]>
  ): void {
    this.#fs.mkdirSync(path, { mode, recursive: parents });
  }

  setMode(path: string, mode: number): void {
    this.#fs.chmodSync(path, mode);
  }

  rename(from: string, to: string): void {
    this.#fs.renameSync(from, to);
  }

  remove(path: string, recursive: boolean): void {
    if (recursive) this.#fs.rmSync(path, { recursive });
    else if (this.#fs.lstatSync(path).isDirectory()) this.#fs.rmdirSync(path);
    else this.#fs.unlinkSync(path);
  }

  isAbandoned(path: string): boolean {
    return Date.now() - this.#fs.statSync(path).mtimeMs > ABANDONED_MS;
  }

  watch(
    paths: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<readonly string[]> {
    return toldChanges(signal, (tell) => {
      const watchers = paths.map((path) =>
        asked(path, () =>
          this.#fs.watch(path, (_event, name) => {
            const below = name && this.#isDirectory(path);
            tell(below ? `${path}/${this.#fromNative(name)}` : path);
          }))
      );
      return () => watchers.forEach((watcher) => watcher.close());
    });
  }

  #file(file: number): RuntimeFile {
    // A pipe cannot be read at a position, so there is none until `rewind`.
    let at: number | null = null;
    return {
      info: () => this.#infoOf(this.#fs.fstatSync(file)),
      rewind: () => at = 0,
      read: (buffer) => {
        const read = this.#fs.readSync(file, buffer, 0, buffer.length, at);
        if (at !== null) at += read;
        return read === 0 ? null : read;
      },
      write: (bytes) => this.#fs.writeSync(file, bytes),
      sync: () => this.#fs.fsyncSync(file),
      tryLock: () => false,
      [Symbol.dispose]: () => this.#fs.closeSync(file),
    };
  }

  #infoOf(info: Fs.Stats): FileInfo {
    const onWindows = this.os() === "windows";
    return {
      kind: kindOf(info),
      size: info.isDirectory() ? 0 : info.size,
      // A number alone is unique on one disk only.
      inode: `${info.dev}:${info.ino}`,
      owner: onWindows ? undefined : info.uid,
      mode: onWindows ? undefined : info.mode & 0o7777,
    };
  }

  #isDirectory(path: string): boolean {
    return this.#fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ??
      false;
  }

  #fromNative(path: string): string {
    return this.os() === "windows" ? fromWindowsPath(path) : path;
  }
}

function kindOf(info: Fs.Stats | Fs.Dirent): FileInfo["kind"] {
  if (info.isFile()) return "file";
  if (info.isDirectory()) return "directory";
  return info.isSymbolicLink() ? "link" : "other";
}
