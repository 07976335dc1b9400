import { baseName, directoryOf, joinPath } from "../base/file_path.ts";
import { suggest } from "../base/suggest.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";
import { unsupportedFile } from "./profile_file.ts";

/** Files of a folder that a name is compared with. */
const MOST_COMPARED = 1000;

/**
 * The file of a near name beside one that is not there: `coder.lua` for
 * `codr.lua`.
 *
 * @param path absolute
 */
export async function nearFile(
  system: System,
  path: string,
): Promise<string | undefined> {
  return await unlessRefused(async () => {
    const directory = directoryOf(path);
    const entries = await system.readDirectory(directory);
    const files = entries.slice(0, MOST_COMPARED)
      .filter(({ name, kind }) =>
        kind !== "directory" && !unsupportedFile(joinPath(directory, name))
      )
      .map(({ name }) => name);
    return suggest(baseName(path), files);
  });
}
