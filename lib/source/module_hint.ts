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

/** Folders that a file is looked for in: an optional module is often not there. */
const MOST_FOLDERS = 16;

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
    if (await isFileAbove(file)) return { above: file };
    const below = words.length === 1
      ? await inFolder(words[0]!, list)
      : undefined;
    return below === undefined ? {} : { below };
  }, {});
}

/** `roles.writer` for `writer`, where one folder has such a file. */
async function inFolder(
  word: string,
  list: ModuleSurroundings["list"],
): Promise<string | undefined> {
  const folders = (await list("")).filter(({ name, kind }) =>
    kind === "directory" && IDENTIFIER.test(name)
  );
  const found: string[] = [];
  for (const { name } of folders.slice(0, MOST_FOLDERS)) {
    const files = await list(name);
    if (files.some((file) => file.name === `${word}.lua`)) found.push(name);
  }
  return found.length === 1 ? `${found[0]}.${word}` : undefined;
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
