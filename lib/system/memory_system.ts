// The methods are async so that what they throw is a rejection, as it is in the
// real system.
// deno-lint-ignore-file require-await
import { STDIN_FILE } from "../base/stdin_file.ts";
import { isInside, normalizePath } from "../base/file_path.ts";
import { type MemoryNode, MemoryTree } from "./memory_tree.ts";
import {
  DEFAULT_MAX_BYTES,
  type DirectoryEntry,
  type FileInfo,
  type FileKind,
  type MakeDirectoryOptions,
  type OpenFile,
  type OperatingSystem,
  refusal,
  type System,
  tooLarge,
} from "./system.ts";
import { toldChanges } from "./told_changes.ts";

const DEFAULT_OWNER = 1000;

/** What a {@linkcode memorySystem} holds. Paths are absolute and use `/`. */
export interface MemorySystemOptions {
  /** Path to content. The folders they are in exist. */
  readonly files?: Readonly<Record<string, string | Uint8Array>> | undefined;
  /** Folders that exist without holding a file. */
  readonly directories?: readonly string[] | undefined;
  /** Symbolic links: path to target, which may be relative or missing. */
  readonly links?: Readonly<Record<string, string>> | undefined;
  /**
   * The numbers of the users that files belong to, by path; each holds for what
   * is below, too, and the longest path counts. Default: 1000 everywhere.
   */
  readonly owners?: Readonly<Record<string, number>> | undefined;
  /** Environment variables. Default: none. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** The current directory, which exists. Default `/`; `C:/...` for Windows. */
  readonly cwd?: string | undefined;
  /** What standard input gives. Default: nothing. */
  readonly stdin?: string | Uint8Array | undefined;
}

/**
 * An outside world made of plain data: nothing on the machine is read or
 * written, no permission is needed. What is written is kept in this system.
 *
 * @returns a System of its own; `options` is copied and stays as it is
 *
 * @example
 * ```ts
 * import { memorySystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const system = memorySystem({ files: { "/ws/coder.lua": "return {}" } });
 * assert.equal(await system.stat("/ws"), "directory");
 * assert.equal(new TextDecoder().decode(await system.readFile("/ws/coder.lua")), "return {}");
 * ```
 */
export function memorySystem(options: MemorySystemOptions = {}): System {
  return new MemorySystem(options);
}

class MemorySystem implements System {
  readonly #tree: MemoryTree;
  readonly #env: ReadonlyMap<string, string>;
  readonly #cwd: string;
  readonly #stdin: Uint8Array;
  readonly #locked = new Set<number>();

  constructor(options: MemorySystemOptions) {
    this.#cwd = normalizePath(options.cwd ?? "/");
    this.#env = new Map(Object.entries(options.env ?? {}));
    this.#stdin = bytesOf(options.stdin ?? "");
    this.#tree = new MemoryTree(ownersOf(options.owners ?? {}));
    for (const path of [this.#cwd, ...options.directories ?? []]) {
      this.#tree.plant(path, { kind: "directory" });
    }
    for (const [path, content] of Object.entries(options.files ?? {})) {
      this.#tree.plant(path, { kind: "file", bytes: bytesOf(content) });
    }
    for (const [path, target] of Object.entries(options.links ?? {})) {
      this.#tree.plant(path, { kind: "link", target });
    }
  }

  cwd(): string {
    return this.#cwd;
  }

  os(): OperatingSystem {
    return this.#cwd.startsWith("/") ? "linux" : "windows";
  }

  env(name: string): string | undefined {
    return this.#env.get(name) || undefined;
  }

  async stat(path: string): Promise<FileKind | undefined> {
    const kind = this.#tree.found(path)?.kind;
    return kind === "link" ? undefined : kind;
  }

  async fileInfo(
    path: string,
    { followLinks = true }: { readonly followLinks?: boolean } = {},
  ): Promise<FileInfo | undefined> {
    const node = this.#tree.found(path, followLinks);
    return node && {
      kind: node.kind,
      size: node.kind === "file" ? node.bytes.length : 0,
      inode: inodeOf(node),
      owner: node.owner,
      mode: node.mode,
    };
  }

  async readFile(
    path: string,
    maxBytes: number = DEFAULT_MAX_BYTES,
  ): Promise<Uint8Array> {
    return limited(this.#tree.file(path).bytes, path, maxBytes);
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const directory = this.#tree.existing(path);
    if (this.#tree.at(directory)?.kind !== "directory") {
      throw refusal("other", path, "not a directory");
    }
    return this.#tree.list(directory);
  }

  async realPath(path: string): Promise<string> {
    return this.#tree.existing(path);
  }

  async readLink(path: string): Promise<string> {
    const node = this.#tree.found(path, false);
    if (node === undefined) throw refusal("not-found", path);
    if (node.kind !== "link") throw refusal("other", path, "not a link");
    return node.target;
  }

  async readStdin(maxBytes: number = DEFAULT_MAX_BYTES): Promise<Uint8Array> {
    return limited(this.#stdin, STDIN_FILE, maxBytes);
  }

  async writeFile(path: string, bytes: Uint8Array): Promise<void> {
    const real = this.#tree.follow(path);
    if (real === undefined) throw refusal("not-found", path);
    const there = this.#tree.at(real);
    if (there?.kind === "directory") throw refusal("is-directory", path);
    this.#tree.put(real, {
      kind: "file",
      bytes: bytes.slice(),
      ...there && { mode: there.mode },
    });
  }

  async openFile(path: string): Promise<OpenFile> {
    const file = this.#tree.file(path);
    return {
      inode: inodeOf(file),
      read: async (maxBytes = DEFAULT_MAX_BYTES) =>
        limited(file.bytes, path, maxBytes),
      [Symbol.dispose]: () => {},
    };
  }

  async createFile(
    path: string,
    bytes: Uint8Array,
    mode?: number,
  ): Promise<void> {
    const place = this.#tree.freePlace(path);
    this.#tree.put(place, {
      kind: "file",
      bytes: bytes.slice(),
      ...mode !== undefined && { mode },
    });
  }

  async makeDirectory(
    path: string,
    { mode, parents = false }: MakeDirectoryOptions = {},
  ): Promise<void> {
    if (parents) {
      const there = await this.stat(path);
      if (there === "directory") return;
      const above = normalizePath(`${path}/..`);
      await this.makeDirectory(above, {
        parents,
        ...mode !== undefined && { mode },
      });
    }
    const place = this.#tree.freePlace(path);
    this.#tree.put(place, {
      kind: "directory",
      ...mode !== undefined && { mode },
    });
  }

  async rename(from: string, to: string): Promise<void> {
    const source = this.#tree.named(from);
    const place = this.#tree.followAbove(to);
    if (place === undefined) throw refusal("not-found", to);
    if (place === source) return;
    const moved = this.#tree.at(source)!.kind;
    const there = this.#tree.at(place)?.kind;
    if (moved === "directory" && isInside(source, place)) {
      throw refusal("other", from, "invalid argument");
    }
    if (there === "directory") {
      if (moved !== "directory") throw refusal("is-directory", to);
      if (this.#tree.list(place).length > 0) throw refusal("not-empty", to);
    } else if (there && moved === "directory") {
      throw refusal("not-found", to);
    }
    this.#tree.move(source, place);
  }

  async remove(
    path: string,
    { recursive = false }: { readonly recursive?: boolean } = {},
  ): Promise<void> {
    const place = this.#tree.named(path);
    const node = this.#tree.at(place);
    if (
      node?.kind === "directory" && !recursive &&
      this.#tree.list(place).length > 0
    ) throw refusal("not-empty", path);
    this.#tree.delete(place);
  }

  async sync(path: string): Promise<void> {
    this.#tree.existing(path);
  }

  async lock(path: string): Promise<Disposable | undefined> {
    if (this.#tree.found(path) === undefined) {
      await this.writeFile(path, new Uint8Array());
    }
    const { inode } = this.#tree.file(path);
    if (this.#locked.has(inode)) return undefined;
    this.#locked.add(inode);
    return { [Symbol.dispose]: () => this.#locked.delete(inode) };
  }

  /** Time passes at once in here, so that nobody has to wait in a test. */
  async wait(_ms: number): Promise<void> {}

  watch(
    paths: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<readonly string[]> {
    return toldChanges(signal, (tell) => {
      const watched = paths.map((path) => this.#tree.existing(path));
      return this.#tree.watch(watched, tell);
    });
  }
}

function inodeOf(node: MemoryNode): string {
  return `memory:${node.inode}`;
}

function ownersOf(
  owners: Readonly<Record<string, number>>,
): (path: string) => number {
  const longestFirst = Object.entries(owners)
    .map(([path, owner]) => [normalizePath(path), owner] as const)
    .sort(([a], [b]) => b.length - a.length);
  return (path) =>
    longestFirst.find(([above]) => isInside(above, path))?.[1] ??
      DEFAULT_OWNER;
}

function limited(
  bytes: Uint8Array,
  path: string,
  maxBytes: number,
): Uint8Array {
  if (bytes.length <= maxBytes) return bytes.slice();
  throw tooLarge(path, maxBytes);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string"
    ? new TextEncoder().encode(content)
    : content.slice();
}
