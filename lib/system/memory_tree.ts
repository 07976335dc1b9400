import {
  baseName,
  directoryOf,
  isInside,
  joinPath,
  normalizePath,
} from "../base/file_path.ts";
import { type DirectoryEntry, MOST_LINKS, refusal } from "./system.ts";

/** What can stand at a path, and who it belongs to. */
export type MemoryNode =
  & { readonly inode: number; readonly owner: number; readonly mode: number }
  & (
    | { readonly kind: "file"; readonly bytes: Uint8Array }
    | { readonly kind: "directory" }
    | { readonly kind: "link"; readonly target: string }
  );

/** A node before the tree has given it a number and an owner. */
export type NewNode =
  | {
    readonly kind: "file";
    readonly bytes: Uint8Array;
    readonly mode?: number;
  }
  | { readonly kind: "directory"; readonly mode?: number }
  | { readonly kind: "link"; readonly target: string };

const DEFAULT_MODE = { file: 0o644, directory: 0o755, link: 0o777 } as const;

/** A tree of files in memory: names, links, and who is told of a change. */
export class MemoryTree {
  readonly #nodes = new Map<string, MemoryNode>();
  readonly #owner: (path: string) => number;
  readonly #watchers = new Set<(path: string) => void>();
  /** Without any link, no path has to be searched for one. */
  #hasLinks = false;
  #inodes = 0;
  /** Made when needed, dropped at every change. */
  readonly #listings = new Map<string, readonly DirectoryEntry[]>();

  constructor(owner: (path: string) => number) {
    this.#owner = owner;
  }

  /** Makes a node and every directory above it, for setting up a tree. */
  plant(path: string, node: NewNode): void {
    const clean = normalizePath(path);
    const there = this.#nodes.get(clean);
    if (there?.kind === "directory" && node.kind === "directory") return;
    if (there) throw new TypeError(`given twice: ${path}`);
    const above = directoryOf(clean);
    if (above !== clean) {
      const kind = this.#nodes.get(above)?.kind;
      if (kind === undefined) this.plant(above, { kind: "directory" });
      else if (kind !== "directory") {
        throw new TypeError(`a file and a directory: ${above}`);
      }
    }
    this.put(clean, node);
  }

  /** Puts a new node at a path without links, in place of what is there. */
  put(path: string, node: NewNode): void {
    this.#set(path, {
      mode: DEFAULT_MODE[node.kind],
      ...node,
      inode: ++this.#inodes,
      owner: this.#owner(path),
    });
  }

  /** What stands at a path without links. */
  at(path: string): MemoryNode | undefined {
    return this.#nodes.get(path);
  }

  /** Gives a node, with all that is below it, another path. */
  move(from: string, to: string): void {
    const moved = [...this.#nodes].filter(([path]) => isInside(from, path));
    this.delete(to);
    this.delete(from);
    for (const [path, node] of moved) {
      this.#set(to + path.slice(from.length), node);
    }
  }

  /** Removes a node with all that is below it. */
  delete(path: string): void {
    for (const other of [...this.#nodes.keys()]) {
      if (isInside(path, other)) this.#nodes.delete(other);
    }
    this.#changed(path);
  }

  /** The entries of a directory, given by its path without links. */
  list(directory: string): readonly DirectoryEntry[] {
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

  /**
   * The path without links, which need not exist; `undefined` when there is no
   * directory that it could be in.
   */
  follow(path: string): string | undefined {
    let current = normalizePath(path);
    for (let hops = 0; hops <= MOST_LINKS; hops++) {
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

  /** The same for a name itself: a link that stands there is not followed. */
  followAbove(path: string): string | undefined {
    const clean = normalizePath(path);
    const name = baseName(clean);
    if (name === "") return clean;
    const above = this.follow(directoryOf(clean));
    if (above === undefined || this.at(above)?.kind !== "directory") {
      return undefined;
    }
    return joinPath(above, name);
  }

  /** What stands at a path, links followed or not; nothing where there is nothing. */
  found(path: string, followLinks = true): MemoryNode | undefined {
    const real = followLinks ? this.follow(path) : this.followAbove(path);
    return real === undefined ? undefined : this.at(real);
  }

  /** The path without links of what is there. */
  existing(path: string): string {
    const real = this.follow(path);
    if (real === undefined || !this.at(real)) {
      throw refusal("not-found", path);
    }
    return real;
  }

  /** A file, by any path that leads to it. */
  file(path: string): Extract<MemoryNode, { kind: "file" }> {
    const node = this.at(this.existing(path));
    if (node?.kind !== "file") throw refusal("is-directory", path);
    return node;
  }

  /** The path of a name that exists; a link at its end is not followed. */
  named(path: string): string {
    const place = this.followAbove(path);
    if (place === undefined || !this.at(place)) {
      throw refusal("not-found", path);
    }
    return place;
  }

  /** The path of a name that nothing has yet, not even a link. */
  freePlace(path: string): string {
    const place = this.followAbove(path);
    if (place === undefined) throw refusal("not-found", path);
    if (this.at(place)) throw refusal("exists", path);
    return place;
  }

  /** Reports changes of the paths or directly in them; returns how to stop. */
  watch(paths: readonly string[], tell: (path: string) => void): () => void {
    const watcher = (changed: string) => {
      const folder = directoryOf(changed);
      if (paths.some((path) => path === changed || path === folder)) {
        tell(changed);
      }
    };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #set(path: string, node: MemoryNode): void {
    this.#nodes.set(path, node);
    if (node.kind === "link") this.#hasLinks = true;
    this.#changed(path);
  }

  #changed(path: string): void {
    this.#listings.clear();
    for (const tell of this.#watchers) tell(path);
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
