// Pure functions on paths as the whole program writes them: with `/`, and with
// a drive letter first on Windows (`C:/work`). node:path costs 6 ms at start.

// They run dozens of times for one profile: what is written as it should be is
// found to be so without cutting it up.

/** The part of an absolute path that `..` cannot leave: `/` or `C:/`. */
function rootOf(path: string): string {
  return path.startsWith("/") ? "/" : driveOf(path);
}

function driveOf(path: string): string {
  const isDrive = path[1] === ":" && (path.length === 2 || path[2] === "/") &&
    isLetter(path.charCodeAt(0));
  return isDrive ? `${path[0]!.toUpperCase()}:/` : "";
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/**
 * Whether a path says where it is without a directory to start from.
 *
 * @example
 * ```ts
 * import { isAbsolute } from "./file_path.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(["/ws", "C:/ws", "ws", "C:ws"].map(isAbsolute), [true, true, false, false]);
 * ```
 */
export function isAbsolute(path: string): boolean {
  return rootOf(path) !== "";
}

/**
 * The shortest way to write an absolute path: no `.`, `..`, doubled or trailing
 * slash, drive letter in upper case. `..` stops at the root.
 *
 * @throws {TypeError} when the path is not absolute
 *
 * @example
 * ```ts
 * import { normalizePath } from "./file_path.ts";
 * import assert from "node:assert/strict";
 * assert.equal(normalizePath("/ws//a/./b/../c/"), "/ws/a/c");
 * assert.equal(normalizePath("c:/.."), "C:/");
 * ```
 */
export function normalizePath(path: string): string {
  const root = rootOf(path);
  if (root === "") throw new TypeError(`not an absolute path: ${path}`);
  return isNormal(path, root) ? path : shortened(path, root);
}

function shortened(path: string, root: string): string {
  const parts: string[] = [];
  for (const part of path.slice(root.length).split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return root + parts.join("/");
}

/** Whether every part of a path is a name. Searches, which V8 does at once. */
function isNormal(path: string, root: string): boolean {
  if (!path.startsWith(root) || path.includes("//")) return false;
  if (path.endsWith("/")) return path.length === root.length;
  if (!path.includes("/.")) return true;
  return !path.includes("/./") && !path.includes("/../") &&
    !path.endsWith("/.") && !path.endsWith("/..");
}

/**
 * The path that `path` means in the directory `base`.
 *
 * @param base an absolute path
 * @param path relative to it; an absolute one stands for itself
 *
 * @example
 * ```ts
 * import { joinPath } from "./file_path.ts";
 * import assert from "node:assert/strict";
 * assert.equal(joinPath("/ws/profiles", "../coder.lua"), "/ws/coder.lua");
 * assert.equal(joinPath("/ws", "/etc"), "/etc");
 * ```
 */
export function joinPath(base: string, path: string): string {
  // On Windows `/x` is on the drive one stands on.
  if (path.startsWith("/")) {
    return normalizePath(rootOf(base).slice(0, -1) + path);
  }
  return normalizePath(isAbsolute(path) ? path : `${base}/${path}`);
}

/** The directory an absolute path is in; that of a root is itself. */
export function directoryOf(path: string): string {
  const root = rootOf(path);
  const clean = normalizePath(path);
  return clean.slice(0, Math.max(root.length, clean.lastIndexOf("/")));
}

/**
 * An absolute path and every directory above it, up to the root.
 *
 * @example
 * ```ts
 * import { withParents } from "./file_path.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(withParents("/ws/team"), ["/ws/team", "/ws", "/"]);
 * ```
 */
export function withParents(path: string): string[] {
  const clean = normalizePath(path);
  const root = rootOf(clean);
  const found: string[] = [];
  let end = clean.length;
  while (end > root.length) {
    found.push(clean.slice(0, end));
    end = clean.lastIndexOf("/", end - 1);
  }
  return [...found, root];
}

/** The last part of a path; empty for a root. */
export function baseName(path: string): string {
  const clean = normalizePath(path);
  return clean.slice(
    Math.max(rootOf(clean).length, clean.lastIndexOf("/") + 1),
  );
}

/**
 * Whether an absolute path is `directory` itself or below it. Compares text:
 * symbolic links have to be resolved before.
 */
export function isInside(directory: string, path: string): boolean {
  const outer = normalizePath(directory);
  const inner = normalizePath(path);
  return inner === outer ||
    inner.startsWith(outer.endsWith("/") ? outer : `${outer}/`);
}

/**
 * How to name `to` while standing in `from`, both absolute.
 *
 * @returns `to` itself when it is on another drive, `.` when it is `from`
 *
 * @example
 * ```ts
 * import { relativePath } from "./file_path.ts";
 * import assert from "node:assert/strict";
 * assert.equal(relativePath("/ws/a", "/ws/b/c.lua"), "../b/c.lua");
 * ```
 */
export function relativePath(from: string, to: string): string {
  const root = rootOf(from);
  const target = normalizePath(to);
  if (rootOf(target) !== root) return target;
  if (target.startsWith(`${from}/`) && isNormal(from, root)) {
    return target.slice(from.length + 1);
  }
  const here = partsBelow(normalizePath(from), root);
  const there = partsBelow(target, root);
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  const parts = [
    ...here.slice(shared).map(() => ".."),
    ...there.slice(shared),
  ];
  return parts.join("/") || ".";
}

/**
 * A path as it is best shown to somebody in a directory: from far away,
 * `../../../..` says less than where it is. What is not absolute stays.
 */
export function pathSeenFrom(directory: string, path: string): string {
  const relative = isAbsolute(path) ? relativePath(directory, path) : path;
  return relative.length < path.length ? relative : path;
}

function partsBelow(path: string, root: string): string[] {
  return path.slice(root.length).split("/").filter((part) => part !== "");
}
