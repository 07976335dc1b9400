import { joinPath } from "../base/file_path.ts";
import type { DirectoryEntry } from "../system/system.ts";
import { FOLDER_FILE, IDENTIFIER } from "./module_name.ts";
import { MAX_DIRECTORY_ENTRIES, MAX_MODULES } from "./source_limits.ts";

/** The names of modules, as far as they were looked for. */
export interface ModuleNames {
  /** Sorted. */
  readonly names: readonly string[];
  /** What is beyond the limit, where there are more. */
  readonly excess?: string | undefined;
}

/** How the folders around modules are looked into. */
export interface ModuleFolders {
  /** The entries of a folder, by its real path; none where it may not be read. */
  list(real: string): Promise<readonly DirectoryEntry[]>;
  /** The real path of a folder that a link leads to, where it is followed. */
  follow(link: string): Promise<string | undefined>;
}

/** A folder, as it is named, and where it really is. */
interface Folder {
  readonly path: string;
  readonly real: string;
}

/** One that is still to be looked through. */
interface Waiting extends Folder {
  /** The words of a module's name before those of its file. */
  readonly words: readonly string[];
  /** The real paths of the folders around it. */
  readonly around: readonly string[];
}

/** More names than an evaluation may read files, the profile's own among them. */
const ENOUGH_NAMES = MAX_MODULES + 2;

/**
 * The names of all modules below a folder. Folders that are links are entered
 * like others, but never one that is already around.
 */
export async function moduleNames(
  root: Folder,
  { list, follow }: ModuleFolders,
): Promise<ModuleNames> {
  const found = new Set<string>();
  const end = (excess?: string) => ({ names: [...found].sort(), excess });
  let seen = 0;
  const waiting: Waiting[] = [{ ...root, words: [], around: [] }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { path, words } = at;
    const around = [...at.around, at.real];
    const folders: Waiting[] = [];
    for (const { name, kind } of await list(at.real)) {
      if (++seen > MAX_DIRECTORY_ENTRIES) {
        return end(`more than ${MAX_DIRECTORY_ENTRIES} files`);
      }
      // More could not be read in any case.
      if (found.size >= ENOUGH_NAMES) {
        return end(`more than ${MAX_MODULES} files`);
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
          ? await follow(inside)
          : joinPath(at.real, name);
        if (real === undefined || around.includes(real)) continue;
        folders.push({ path: inside, real, words: [...words, word], around });
      }
    }
    for (const folder of folders.reverse()) waiting.push(folder);
  }
  return end();
}
