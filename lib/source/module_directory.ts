import { directoryOf, joinPath, relativePath } from "../base/file_path.ts";
import { encodingProblem, foreignEncoding } from "./encoding.ts";
import { failure } from "../base/profile_error.ts";
import type { ResolverSession } from "../base/resolver_session.ts";
import {
  type DirectoryEntry,
  type System,
  SystemError,
} from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";
import type { LuaSource, ModuleHint } from "./lua_program.ts";
import { type DirectoryIndex, directoryIndex } from "./directory_index.ts";
import { moduleHint } from "./module_hint.ts";
import { FOLDER_FILE, IDENTIFIER } from "./module_name.ts";
import { type ModuleNames, moduleNames } from "./module_names.ts";
import type { FollowModule } from "./module_rule.ts";
import type { SourceBudget } from "./source_budget.ts";
import { MAX_SOURCE_BYTES } from "./source_limits.ts";

/** What became of a module: its source, or why it cannot be used. */
export type FoundModule = LuaSource | { readonly problem: string };

/** What modules of a directory are read by. */
export interface ModuleDirectoryOptions {
  /** Put before the names of chunks, as `user:night/`. */
  readonly prefix: string;
  /** Says where a link leads, and whether it is followed. */
  readonly follow: FollowModule;
  /** What all sources of the evaluation take from. */
  readonly budget: SourceBudget;
  /** Keeps what a directory and a module hold: profiles share them. */
  readonly session: ResolverSession;
}

/**
 * The directory of one profile file, as a place to take local modules from.
 * Every file is read once.
 */
export class ModuleDirectory {
  readonly #system: System;
  /** The profile file. */
  readonly #entry: LuaSource;
  readonly #options: ModuleDirectoryOptions;
  /** As the profile was named: what people are shown. */
  readonly #root: string;
  readonly #realRoot: string;
  readonly #listings = new Map<string, DirectoryIndex>();
  /** By module name; `undefined` when there is no such file. */
  readonly #modules = new Map<string, FoundModule | undefined>();
  /** By real path: two names may be one file. */
  readonly #sources = new Map<string, Uint8Array>();

  private constructor(
    system: System,
    entry: LuaSource,
    realRoot: string,
    options: ModuleDirectoryOptions,
  ) {
    this.#system = system;
    this.#entry = entry;
    this.#root = directoryOf(entry.file);
    this.#realRoot = realRoot;
    this.#options = options;
  }

  /** @param entry the profile file, which was read */
  static async open(
    system: System,
    entry: LuaSource,
    options: ModuleDirectoryOptions,
  ): Promise<ModuleDirectory> {
    const realRoot = await system.realPath(directoryOf(entry.file));
    return new ModuleDirectory(system, entry, realRoot, options);
  }

  /**
   * The module of a dotted name. The name's case has to be the file's, also
   * where the disk does not care.
   *
   * @returns `undefined` when there is no such module, or it is not a name at all;
   * as `excess` what is beyond the limit with it
   * @throws {ProfileError} `limit-source`
   */
  async find(
    name: string,
  ): Promise<FoundModule | { readonly excess: string } | undefined> {
    if (this.#modules.has(name)) return this.#modules.get(name);
    const words = name.split(".");
    const found = words.every((word) => IDENTIFIER.test(word))
      ? await this.#readEither(words)
      : undefined;
    if (found === undefined || !("excess" in found)) {
      this.#modules.set(name, found);
    }
    return found;
  }

  /** The file of a name, else what stands for the folder of that name. */
  async #readEither(words: readonly string[]): Promise<Read> {
    const file = [...words.slice(0, -1), `${words.at(-1)}.lua`];
    const folder = [...words, FOLDER_FILE];
    const found = await this.#read(file);
    if (found && "excess" in found) return found;
    const ofFolder = await this.#read(folder);
    if (!ofFolder || "isMissing" in ofFolder) return found ?? ofFolder;
    if (!found || "isMissing" in found) return ofFolder;
    if ("problem" in found || "problem" in ofFolder) return found;
    return {
      problem: `both ${file.join("/")} and ${folder.join("/")} are there: ` +
        "remove one",
    };
  }

  /** The names of all modules below the directory. */
  async names(): Promise<ModuleNames> {
    const root = { path: this.#root, real: this.#realRoot };
    return await moduleNames(root, {
      list: async (real) =>
        (await unlessRefused(() => this.#list(real)))?.entries ?? [],
      follow: (link) => this.#linkedDirectory(link),
    });
  }

  /** The real path of a directory that a link leads to, where it is followed. */
  async #linkedDirectory(path: string): Promise<string | undefined> {
    return await unlessRefused(async () => {
      if (await this.#system.stat(path) !== "directory") return undefined;
      const followed = await this.#options.follow(path);
      return "reason" in followed ? undefined : followed.real;
    });
  }

  async #read(parts: readonly string[]): Promise<Read> {
    let path = this.#root;
    let real = this.#realRoot;
    let kind: DirectoryEntry["kind"] | undefined = "directory";
    let throughLink = false;
    try {
      for (const part of parts) {
        const directory = await this.#list(real);
        const entry = directory.named(part);
        if (!entry) return otherCase(part, directory);
        path = joinPath(path, part);
        real = joinPath(real, part);
        kind = entry.kind;
        if (kind !== "link") continue;
        kind = await this.#system.stat(path);
        if (kind === undefined) return { problem: "it is a link to nothing" };
        if (kind === "other") return { problem: NOT_A_FILE };
        const followed = await this.#options.follow(path);
        if ("reason" in followed) return { problem: followed.reason };
        // The real path was checked: a link that changes now leads nowhere else.
        real = followed.real;
        throughLink ||= followed.throughLink;
      }
      if (kind !== "file") return { problem: NOT_A_FILE };
      const bytes = await this.#bytesOf(real, path);
      if ("excess" in bytes) return bytes;
      const encoding = this.#options.session.once(foreignEncoding, bytes);
      if (encoding !== undefined) {
        const { message, line, column } = encodingProblem(encoding, bytes);
        return { problem: `${message} (line ${line}, column ${column})` };
      }
      const chunk = this.#options.prefix +
        relativePath(this.#root, path);
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

  async #bytesOf(
    real: string,
    path: string,
  ): Promise<Uint8Array | { readonly excess: string }> {
    const known = this.#sources.get(real);
    if (known) return known;
    const isEntry = path === this.#entry.file;
    const bytes = isEntry
      ? this.#entry.bytes
      : await this.#system.readFile(real, MAX_SOURCE_BYTES);
    // The profile itself is a module, too, when names are computed.
    const excess = isEntry ? undefined : this.#options.budget.take(bytes);
    if (excess !== undefined) return { excess };
    this.#sources.set(real, bytes);
    return bytes;
  }

  async #list(directory: string): Promise<DirectoryIndex> {
    const known = this.#listings.get(directory);
    if (known) return known;
    const listing = await this.#system.readDirectory(directory);
    const index = this.#options.session.once(directoryIndex, listing);
    this.#listings.set(directory, index);
    return index;
  }

  /** What a name may have meant that no file has. */
  async hint(name: string): Promise<ModuleHint> {
    return await moduleHint(name, {
      list: async (inside) =>
        (await this.#list(joinPath(this.#realRoot, inside))).entries,
      isFileAbove: async (file) =>
        await this.#system.stat(joinPath(directoryOf(this.#root), file)) ===
          "file",
    });
  }
}

const NOT_A_FILE = "it is not a file";

/** What reading gives; of a missing file, perhaps the name of a near one. */
type Read =
  | FoundModule
  | { readonly excess: string }
  | { readonly problem: string; readonly isMissing: true }
  | undefined;

/** A file that only a disk without letter case would find. */
function otherCase(
  part: string,
  directory: DirectoryIndex,
): { readonly problem: string; readonly isMissing: true } | undefined {
  const near = directory.inOtherCase(part);
  return near === undefined ? undefined : {
    problem: `the file is called \`${near}\`, and letter case counts`,
    isMissing: true,
  };
}
