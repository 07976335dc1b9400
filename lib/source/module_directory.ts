import { directoryOf, joinPath, relativePath } from "../base/file_path.ts";
import { failure } from "../base/profile_error.ts";
import {
  type DirectoryEntry,
  type System,
  SystemError,
} from "../system/system.ts";
import { suggest } from "../base/suggest.ts";
import type { LuaSource, ModuleHint } from "./lua_program.ts";
import type { FollowModule } from "./module_rule.ts";
import type { SourceBudget } from "./source_budget.ts";
import { MAX_DIRECTORY_ENTRIES, MAX_SOURCE_BYTES } from "./source_limits.ts";

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What became of a module: its source, or why it cannot be used. */
export type FoundModule = LuaSource | { readonly problem: string };

/** The names of modules, as far as they were looked for. */
export interface ModuleNames {
  /** Sorted. */
  readonly names: readonly string[];
  /** What is beyond the limit, where there are more. */
  readonly excess?: string | undefined;
}

/**
 * The directory of one profile file, as a place to take local modules from.
 * Every file is read once.
 */
export interface ModuleDirectory {
  /**
   * The module of a dotted name. The name's case has to be the file's, also
   * where the disk does not care.
   *
   * @returns `undefined` when there is none, or when it is not a name at all;
   * as `excess` what is beyond the limit with it
   * @throws {ProfileError} `limit-source`
   */
  find(
    name: string,
  ): Promise<FoundModule | { readonly excess: string } | undefined>;
  /**
   * The names of all modules below the directory. Directories that are links
   * are entered like others, but never one that is already around.
   */
  names(): Promise<ModuleNames>;
  /** What a name may have meant that no file has. */
  hint(name: string): Promise<ModuleHint>;
}

/** What modules of a directory are read by. */
export interface ModuleDirectoryOptions {
  /** Put before the names of chunks, as `user:night/`. */
  readonly prefix: string;
  /** Says where a link leads, and whether it is followed. */
  readonly follow: FollowModule;
  /** What all sources of the evaluation take from. */
  readonly budget: SourceBudget;
}

/** @param entry the profile file, which was read */
export async function moduleDirectory(
  system: System,
  entry: LuaSource,
  { prefix, follow, budget }: ModuleDirectoryOptions,
): Promise<ModuleDirectory> {
  /** As the profile was named: what people are shown. */
  const root = directoryOf(entry.file);
  const realRoot = await system.realPath(root);
  const listings = new Map<string, readonly DirectoryEntry[]>();
  /** By module name; `undefined` when there is no such file. */
  const modules = new Map<string, FoundModule | undefined>();
  /** By real path: two names may be one file. */
  const sources = new Map<string, Uint8Array>();

  async function find(
    name: string,
  ): Promise<FoundModule | { readonly excess: string } | undefined> {
    if (modules.has(name)) return modules.get(name);
    const words = name.split(".");
    const found = words.every((word) => IDENTIFIER.test(word))
      ? await readEither(words)
      : undefined;
    if (found === undefined || !("excess" in found)) modules.set(name, found);
    return found;
  }

  /** The file of a name, else what stands for the folder of that name. */
  async function readEither(words: readonly string[]): Promise<Read> {
    const file = [...words.slice(0, -1), `${words.at(-1)}.lua`];
    const folder = [...words, FOLDER_FILE];
    const found = await read(file);
    if (found && "excess" in found) return found;
    const ofFolder = await read(folder);
    if (!ofFolder || "isMissing" in ofFolder) return found ?? ofFolder;
    if (!found || "isMissing" in found) return ofFolder;
    if ("problem" in found || "problem" in ofFolder) return found;
    return {
      problem: `both ${file.join("/")} and ${folder.join("/")} are there: ` +
        "remove one",
    };
  }

  async function names(): Promise<ModuleNames> {
    const found = new Set<string>();
    const excess = await walk(found);
    return { names: [...found].sort(), excess };
  }

  /** Returns: what is beyond the limit. */
  async function walk(found: Set<string>): Promise<string | undefined> {
    interface Waiting {
      readonly path: string;
      readonly real: string;
      readonly words: readonly string[];
      readonly around: readonly string[];
    }
    let seen = 0;
    const waiting: Waiting[] = [
      { path: root, real: realRoot, words: [], around: [] },
    ];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const { path, words } = at;
      const around = [...at.around, at.real];
      for (const { name, kind } of await listOrNone(at.real)) {
        if (++seen > MAX_DIRECTORY_ENTRIES) {
          return `more than ${MAX_DIRECTORY_ENTRIES} files`;
        }
        const isLua = name.endsWith(".lua");
        const word = isLua ? name.slice(0, -".lua".length) : name;
        if (!IDENTIFIER.test(word) || word === "node_modules") continue;
        const inside = joinPath(path, name);
        if (isLua && kind !== "directory") {
          found.add([...words, word].join("."));
          if (name === FOLDER_FILE && words.length > 0) {
            found.add(words.join("."));
          }
        } else if (!isLua && (kind === "directory" || kind === "link")) {
          const real = kind === "link"
            ? await linkedDirectory(inside)
            : joinPath(at.real, name);
          if (real === undefined || around.includes(real)) continue;
          waiting.push({ path: inside, real, words: [...words, word], around });
        }
      }
    }
  }

  /** The real path of a directory that a link leads to, where it is followed. */
  async function linkedDirectory(path: string): Promise<string | undefined> {
    try {
      if (await system.stat(path) !== "directory") return undefined;
      const followed = await follow(path);
      return "reason" in followed ? undefined : followed.real;
    } catch (error) {
      if (error instanceof SystemError) return undefined;
      throw error;
    }
  }

  async function read(parts: readonly string[]): Promise<Read> {
    let path = root;
    let real = realRoot;
    let kind: DirectoryEntry["kind"] | undefined = "directory";
    let throughLink = false;
    try {
      for (const part of parts) {
        const entries = await list(real);
        const entry = entries.find(({ name }) => name === part);
        if (!entry) return otherCase(part, entries);
        path = joinPath(path, part);
        real = joinPath(real, part);
        kind = entry.kind;
        if (kind !== "link") continue;
        kind = await system.stat(path);
        if (kind === undefined) return { problem: "it is a link to nothing" };
        if (kind === "other") return { problem: NOT_A_FILE };
        const followed = await follow(path);
        if ("reason" in followed) return { problem: followed.reason };
        // The real path was checked: a link that changes now leads nowhere else.
        real = followed.real;
        throughLink ||= followed.throughLink;
      }
      if (kind !== "file") return { problem: NOT_A_FILE };
      const bytes = await bytesOf(real, path);
      if ("excess" in bytes) return bytes;
      const chunk = prefix + relativePath(root, path);
      return { chunk, bytes, file: path, ...throughLink && { throughLink } };
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

  async function bytesOf(
    real: string,
    path: string,
  ): Promise<Uint8Array | { readonly excess: string }> {
    const known = sources.get(real);
    if (known) return known;
    const isEntry = path === entry.file;
    const bytes = isEntry
      ? entry.bytes
      : await system.readFile(real, MAX_SOURCE_BYTES);
    // The profile itself is a module, too, when names are computed.
    const excess = isEntry ? undefined : budget.take(bytes);
    if (excess !== undefined) return { excess };
    sources.set(real, bytes);
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

  async function listOrNone(
    directory: string,
  ): Promise<readonly DirectoryEntry[]> {
    try {
      return await list(directory);
    } catch (error) {
      if (error instanceof SystemError) return [];
      throw error;
    }
  }

  async function hint(name: string): Promise<ModuleHint> {
    const words = name.replace(/\.lua$/, "").split(/[./\\]/)
      .filter((word) => word !== "");
    try {
      const near = await nearest(words);
      if (near !== undefined) return { near };
      const file = `${words.join("/")}.lua`;
      const above = joinPath(directoryOf(root), file);
      return await system.stat(above) === "file" ? { above: file } : {};
    } catch (error) {
      // Nothing was asked for that could not be answered with less.
      if (error instanceof SystemError) return {};
      throw error;
    }
  }

  /** Goes down by the nearest word of each folder. */
  async function nearest(
    words: readonly string[],
  ): Promise<string | undefined> {
    const found: string[] = [];
    let real = realRoot;
    for (const [index, word] of words.entries()) {
      const last = index === words.length - 1;
      const known = (await list(real)).flatMap(({ name }) =>
        last
          ? name.endsWith(".lua") ? [name.slice(0, -".lua".length)] : []
          : name.includes(".")
          ? []
          : [name]
      ).filter((name) => IDENTIFIER.test(name)).sort();
      const near = known.includes(word) ? word : suggest(word, known);
      if (near === undefined) return undefined;
      found.push(near);
      real = joinPath(real, near);
    }
    return found.length > 0 ? found.join(".") : undefined;
  }

  return { find, names, hint };
}

const NOT_A_FILE = "it is not a file";

/** The file that is the module of the folder it is in. */
const FOLDER_FILE = "init.lua";

/** What reading gives; a file that is missing may have a near one to tell of. */
type Read =
  | FoundModule
  | { readonly excess: string }
  | { readonly problem: string; readonly isMissing: true }
  | undefined;

/** A file that only a disk without letter case would find. */
function otherCase(
  part: string,
  entries: readonly DirectoryEntry[],
): { readonly problem: string; readonly isMissing: true } | undefined {
  // The order of a disk is its own business.
  const [near] = entries.map(({ name }) => name)
    .filter((name) => name.toLowerCase() === part.toLowerCase()).sort();
  return near === undefined ? undefined : {
    problem: `the file is called \`${near}\`, and letter case counts`,
    isMissing: true,
  };
}
