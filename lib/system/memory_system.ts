// The methods are async so that what they throw is a rejection, as it is in the
// real system.
// deno-lint-ignore-file require-await
import { directoryOf, joinPath, normalizePath } from "../base/file_path.ts";
import {
  type DirectoryEntry,
  refusal,
  type System,
  tooLarge,
} from "./system.ts";

const MAX_LINKS_FOLLOWED = 40;
const DEFAULT_MAX_BYTES = 8 * 1024 * 1024;

/** What a {@linkcode memorySystem} holds. Paths are absolute and use `/`. */
export interface MemorySystemOptions {
  /** Path to content. The folders they are in exist. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Folders that exist without holding a file. */
  readonly directories?: readonly string[];
  /** Symbolic links: path to target, which may be relative or missing. */
  readonly links?: Readonly<Record<string, string>>;
  /** Environment variables. Default: none. */
  readonly env?: Readonly<Record<string, string>>;
  /** The current directory, which exists. Default `/`; `C:/...` for Windows. */
  readonly cwd?: string;
  /** What standard input gives. Default: nothing. */
  readonly stdin?: string | Uint8Array;
}

/**
 * An outside world made of plain data: nothing on the machine is read or
 * written, no permission is needed. What is written is kept in this system.
 *
 * @returns a System of its own; `options` is copied and stays as it is
 *
 * @example
 * ```ts
 * import { memorySystem } from "./memory_system.ts";
 * import assert from "node:assert/strict";
 * const system = memorySystem({ files: { "/ws/coder.lua": "return {}" } });
 * assert.equal(await system.stat("/ws"), "directory");
 * assert.equal(new TextDecoder().decode(await system.readFile("/ws/coder.lua")), "return {}");
 * ```
 */
export function memorySystem(options: MemorySystemOptions = {}): System {
  return new MemorySystem(options);
}

type Node =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "directory" }
  | { readonly kind: "link"; readonly target: string };

class MemorySystem implements System {
  readonly #nodes = new Map<string, Node>();
  readonly #env: ReadonlyMap<string, string>;
  readonly #cwd: string;
  readonly #stdin: Uint8Array;
  /** Where there is none, no path has to be looked through for one. */
  readonly #hasLinks: boolean;
  /** Made when somebody asks, forgotten when something is written. */
  readonly #listings = new Map<string, readonly DirectoryEntry[]>();

  constructor(options: MemorySystemOptions) {
    this.#cwd = normalizePath(options.cwd ?? "/");
    this.#env = new Map(Object.entries(options.env ?? {}));
    this.#stdin = bytesOf(options.stdin ?? "");
    for (const path of [this.#cwd, ...options.directories ?? []]) {
      this.#addDirectory(normalizePath(path));
    }
    for (const [path, content] of Object.entries(options.files ?? {})) {
      this.#add(path, { kind: "file", bytes: bytesOf(content) });
    }
    const links = Object.entries(options.links ?? {});
    this.#hasLinks = links.length > 0;
    for (const [path, target] of links) {
      this.#add(path, { kind: "link", target });
    }
  }

  cwd(): string {
    return this.#cwd;
  }

  env(name: string): string | undefined {
    return this.#env.get(name) || undefined;
  }

  async stat(path: string): ReturnType<System["stat"]> {
    const real = this.#follow(path);
    const node = real === undefined ? undefined : this.#nodes.get(real);
    return node?.kind === "file" ? "file" : node && "directory";
  }

  async readFile(
    path: string,
    maxBytes: number = DEFAULT_MAX_BYTES,
  ): Promise<Uint8Array> {
    const node = this.#nodes.get(this.#existing(path));
    if (node?.kind !== "file") throw refusal("is-directory", path);
    return limited(node.bytes, path, maxBytes);
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const directory = this.#existing(path);
    if (this.#nodes.get(directory)?.kind !== "directory") {
      throw refusal("other", path, "not a directory");
    }
    const known = this.#listings.get(directory);
    if (known) return known;
    const prefix = directory.endsWith("/") ? directory : `${directory}/`;
    const entries: DirectoryEntry[] = [];
    for (const [other, node] of this.#nodes) {
      const name = other.slice(prefix.length);
      if (!other.startsWith(prefix) || name === "") continue;
      if (!name.includes("/")) entries.push({ name, kind: node.kind });
    }
    this.#listings.set(directory, entries);
    return entries;
  }

  async realPath(path: string): Promise<string> {
    return this.#existing(path);
  }

  async readStdin(maxBytes: number = DEFAULT_MAX_BYTES): Promise<Uint8Array> {
    return limited(this.#stdin, "<stdin>", maxBytes);
  }

  async writeFile(path: string, bytes: Uint8Array): Promise<void> {
    const real = this.#follow(path);
    if (real === undefined) throw refusal("not-found", path);
    if (this.#nodes.get(real)?.kind === "directory") {
      throw refusal("is-directory", path);
    }
    this.#nodes.set(real, { kind: "file", bytes: bytes.slice() });
    this.#listings.clear();
  }

  #add(path: string, node: Node): void {
    const clean = normalizePath(path);
    if (this.#nodes.has(clean)) throw new TypeError(`given twice: ${path}`);
    this.#addDirectory(directoryOf(clean));
    this.#nodes.set(clean, node);
  }

  #addDirectory(path: string): void {
    const there = this.#nodes.get(path);
    if (there?.kind === "directory") return;
    if (there) throw new TypeError(`a file and a directory: ${path}`);
    this.#nodes.set(path, { kind: "directory" });
    this.#addDirectory(directoryOf(path));
  }

  #existing(path: string): string {
    const real = this.#follow(path);
    if (real === undefined || !this.#nodes.has(real)) {
      throw refusal("not-found", path);
    }
    return real;
  }

  /** The path without links; `undefined` when a folder on the way is missing. */
  #follow(path: string): string | undefined {
    let current = normalizePath(path);
    for (let hops = 0; hops <= MAX_LINKS_FOLLOWED; hops++) {
      const link = this.#firstLink(current);
      if (link === undefined) {
        const above = this.#nodes.get(directoryOf(current));
        return above?.kind === "directory" ? current : undefined;
      }
      const target = joinPath(directoryOf(link.path), link.target);
      const rest = current.slice(link.path.length);
      current = normalizePath(target + rest);
    }
    throw refusal("other", path, "too many levels of symbolic links");
  }

  #firstLink(path: string): { path: string; target: string } | undefined {
    if (!this.#hasLinks) return undefined;
    for (let end = path.indexOf("/"); end !== -1;) {
      end = path.indexOf("/", end + 1);
      const upTo = end === -1 ? path : path.slice(0, end);
      const node = this.#nodes.get(upTo);
      if (node?.kind === "link") return { path: upTo, target: node.target };
    }
  }
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
