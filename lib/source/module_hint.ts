import type { DirectoryEntry } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";
import { suggest } from "../base/suggest.ts";
import type { ModuleHint } from "./lua_program.ts";
import { IDENTIFIER } from "./module_name.ts";

/** What a hint looks at. */
export interface ModuleSurroundings {
  /** The entries of a folder, by name; relative to the profile's directory. */
  readonly list: (folder: string) => Promise<readonly DirectoryEntry[]>;
  /** Whether a file is there one folder up. */
  readonly isFileAbove: (file: string) => Promise<boolean>;
}

/** Names of a folder that one is compared with. */
const MOST_COMPARED = 1000;

/** What the name of a module may have meant that no file has. */
export async function moduleHint(
  name: string,
  { list, isFileAbove }: ModuleSurroundings,
): Promise<ModuleHint> {
  const words = name.replace(/\.lua$/, "").split(/[./\\]/)
    .filter((word) => word !== "");
  // Nothing was asked for that could not be answered with less.
  return await unlessRefused(async () => {
    const near = await nearest(words, list);
    if (near !== undefined) return { near };
    const file = `${words.join("/")}.lua`;
    return await isFileAbove(file) ? { above: file } : {};
  }, {});
}

/** Goes down by the nearest word of each folder. */
async function nearest(
  words: readonly string[],
  list: ModuleSurroundings["list"],
): Promise<string | undefined> {
  const found: string[] = [];
  for (const [index, word] of words.entries()) {
    const last = index === words.length - 1;
    const entries = await list(found.join("/"));
    const known = entries.slice(0, MOST_COMPARED).flatMap(({ name }) =>
      last
        ? name.endsWith(".lua") ? [name.slice(0, -".lua".length)] : []
        : name.includes(".")
        ? []
        : [name]
    ).filter((name) => IDENTIFIER.test(name));
    const near = known.includes(word) ? word : suggest(word, known);
    if (near === undefined) return undefined;
    found.push(near);
  }
  return found.length > 0 ? found.join(".") : undefined;
}
