import {
  directoryOf,
  isInside,
  joinPath,
  relativePath,
} from "../base/file_path.ts";
import { failure } from "../base/profile_error.ts";
import {
  MAX_MODULES,
  MAX_MODULES_BYTES,
  MAX_SOURCE_BYTES,
} from "./source_limits.ts";
import type { LuaSource } from "./lua_program.ts";
import {
  type DirectoryEntry,
  type System,
  SystemError,
} from "../system/system.ts";
import { MAX_DIRECTORY_ENTRIES } from "./source_limits.ts";

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What became of a module: its source, or why it cannot be used. */
export type FoundModule = LuaSource | { readonly problem: string };

/**
 * The directory of one profile file, as a place to take local modules from.
 * Every file is read once, and only when its real path lies inside.
 */
export interface ModuleDirectory {
  /**
   * The module of a dotted name. The name's case has to be the file's, also
   * where the disk does not care.
   *
   * @returns `undefined` when there is none, or when it is not a name at all
   * @throws {ProfileError} `limit-modules`, `limit-source`
   */
  find(name: string): Promise<FoundModule | undefined>;
  /**
   * The names of all modules below the directory, sorted. Directories that are
   * links are entered like others, but never one that is already around.
   *
   * @throws {ProfileError} `limit-modules`
   */
  names(): Promise<readonly string[]>;
}

/**
 * @param entry the profile file, which was read
 * @param prefix put before the names of chunks, as `user:night/`
 */
export async function moduleDirectory(
  system: System,
  entry: LuaSource,
  prefix: string,
): Promise<ModuleDirectory> {
  /** As the profile was named: what people are shown. */
  const root = directoryOf(entry.file);
  const realRoot = await system.realPath(root);
  const listings = new Map<string, readonly DirectoryEntry[]>();
  /** By module name; `undefined` when there is no such file. */
  const modules = new Map<string, FoundModule | undefined>();
  /** By real path: two names may be one file. */
  const sources = new Map<string, Uint8Array>();
  let totalBytes = 0;
  let entriesSeen = 0;

  async function find(name: string): Promise<FoundModule | undefined> {
    if (modules.has(name)) return modules.get(name);
    const words = name.split(".");
    const found = words.every((word) => IDENTIFIER.test(word))
      ? await read(words)
      : undefined;
    modules.set(name, found);
    return found;
  }

  async function names(): Promise<readonly string[]> {
    const found: string[] = [];
    await walk(root, [], [], found);
    return found.sort();
  }

  async function walk(
    directory: string,
    words: readonly string[],
    around: readonly string[],
    found: string[],
  ): Promise<void> {
    const real = await realInside(directory);
    if (real === undefined || around.includes(real)) return;
    for (const { name, kind } of await list(directory)) {
      if (++entriesSeen > MAX_DIRECTORY_ENTRIES) {
        throw tooMany(`more than ${MAX_DIRECTORY_ENTRIES} files`);
      }
      const isLua = name.endsWith(".lua");
      const word = isLua ? name.slice(0, -".lua".length) : name;
      if (!IDENTIFIER.test(word)) continue;
      if (isLua && kind !== "directory") {
        found.push([...words, word].join("."));
      } else if (!isLua && (kind === "directory" || kind === "link")) {
        await walk(
          joinPath(directory, name),
          [...words, word],
          [...around, real],
          found,
        );
      }
    }
  }

  /** The real path of a directory when it is one and lies inside. */
  async function realInside(directory: string): Promise<string | undefined> {
    try {
      if (await system.stat(directory) !== "directory") return undefined;
      const real = await system.realPath(directory);
      return isInside(realRoot, real) ? real : undefined;
    } catch (error) {
      if (error instanceof SystemError) return undefined;
      throw error;
    }
  }

  async function read(
    words: readonly string[],
  ): Promise<FoundModule | undefined> {
    const parts = [...words.slice(0, -1), `${words.at(-1)}.lua`];
    let path = root;
    // While nothing on the way is a link: what is listed need not be looked at.
    let real: string | undefined = realRoot;
    let kind: DirectoryEntry["kind"] = "directory";
    try {
      for (const part of parts) {
        const entries = await list(path);
        const entry = entries.find(({ name }) => name === part);
        if (!entry) return otherCase(part, entries);
        kind = entry.kind;
        path = joinPath(path, part);
        real = kind === "link" ? undefined : real && joinPath(real, part);
      }
      if (real === undefined) {
        const target = await follow(path);
        if (typeof target !== "string") return target;
        real = target;
      } else if (kind !== "file") return { problem: "it is not a file" };
      return {
        chunk: prefix + relativePath(root, path),
        bytes: await bytesOf(real, path),
        file: path,
      };
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      if (error.kind !== "too-large") return { problem: error.message };
      throw failure(
        "limit-source",
        `cannot read \`${path}\`: it has more than ${MAX_SOURCE_BYTES} bytes`,
        { help: "split it into several modules" },
      );
    }
  }

  /** The real path of a file that links lead to. */
  async function follow(
    path: string,
  ): Promise<string | { readonly problem: string }> {
    const kind = await system.stat(path);
    if (kind === undefined) return { problem: "it is a link to nothing" };
    if (kind !== "file") return { problem: "it is not a file" };
    const real = await system.realPath(path);
    return isInside(realRoot, real)
      ? real
      : { problem: "it is a link out of the profile's directory" };
  }

  async function bytesOf(real: string, path: string): Promise<Uint8Array> {
    const known = sources.get(real);
    if (known) return known;
    // The real path was checked: a link that changes now leads nowhere else.
    const bytes = path === entry.file
      ? entry.bytes
      : await system.readFile(real, MAX_SOURCE_BYTES);
    sources.set(real, bytes);
    totalBytes += bytes.length;
    if (sources.size > MAX_MODULES) {
      throw tooMany(`more than ${MAX_MODULES} modules`);
    }
    if (totalBytes > MAX_MODULES_BYTES) {
      throw tooMany(`modules of more than ${MAX_MODULES_BYTES} bytes`);
    }
    return bytes;
  }

  async function list(
    directory: string,
  ): Promise<readonly DirectoryEntry[]> {
    const known = listings.get(directory);
    if (known) return known;
    const listing = await system.readDirectory(directory);
    listings.set(directory, listing);
    return listing;
  }

  function tooMany(what: string): Error {
    return failure(
      "limit-modules",
      `cannot take the modules of \`${root}\`: it holds ${what}`,
      {
        help:
          'name modules as literals (`require("shared")`), so that only those are read, or give the profile a directory of its own',
      },
    );
  }

  return { find, names };
}

/** A file that only a disk without letter case would find. */
function otherCase(
  part: string,
  entries: readonly DirectoryEntry[],
): { readonly problem: string } | undefined {
  // The order of a disk is its own business.
  const [near] = entries.map(({ name }) => name)
    .filter((name) => name.toLowerCase() === part.toLowerCase()).sort();
  return near === undefined
    ? undefined
    : { problem: `the file is called \`${near}\`, and letter case counts` };
}
