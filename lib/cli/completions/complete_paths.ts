import { pathAsTyped } from "../../system/native_path.ts";
import type { System } from "../../system/system.ts";
import { unlessRefused } from "../../system/unless_refused.ts";

/**
 * How a path that is only a part of a word can go on: no shell knows where it
 * begins. A folder ends with `/`; hidden names are told to who asks for them.
 *
 * @param partial what is typed of the path, relative to the current directory
 */
export async function completePaths(
  partial: string,
  wanted: "file" | "directory",
  system: System,
): Promise<string[]> {
  const cut = partial.lastIndexOf("/") + 1;
  const folder = partial.slice(0, cut);
  const begun = partial.slice(cut);
  const path = pathAsTyped(system.cwd(), folder === "" ? "." : folder);
  const paths: string[] = [];
  for (const { name, kind } of await entriesOf(path, system)) {
    if (!name.startsWith(begun)) continue;
    if (name.startsWith(".") && !begun.startsWith(".")) continue;
    const isFolder = kind === "directory" ||
      kind === "link" && await system.stat(`${path}/${name}`) === "directory";
    if (isFolder) paths.push(`${folder}${name}/`);
    else if (wanted === "file") paths.push(folder + name);
  }
  return paths.sort();
}

async function entriesOf(path: string, system: System) {
  // A folder that is missing or cannot be read gives no candidates.
  return await unlessRefused(() => system.readDirectory(path), []);
}
