import { directoryOf, joinPath, normalizePath } from "../base/file_path.ts";
import type { MisledPath } from "../base/misled_path.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";

/**
 * Finds a `..` behind a symbolic link. This program takes `..` away by the
 * text, as shells do; the operating system goes up from where the link leads.
 * Whoever is handed the path would be in another folder than the one that was
 * read.
 *
 * A link above both, such as `/tmp` on macOS, misleads nobody.
 *
 * @param path absolute, its `..` still in it
 * @returns `undefined` where the two agree, or nothing is there
 */
export async function misledParent(
  system: System,
  path: string,
): Promise<MisledPath | undefined> {
  if (!/(?:^|\/)\.\.(?:\/|$)/.test(path)) return undefined;
  const parts = path.split("/");
  let here = joinPath(path, "/");
  for (const [index, part] of parts.entries()) {
    // The part before the first slash: the walk begins at the root.
    if (index === 0) continue;
    if (part === "..") {
      const real = await unlessRefused(() => system.realPath(here));
      const above = await unlessRefused(() =>
        system.realPath(directoryOf(here))
      );
      // A path that does not exist yet cannot be a link.
      const misleads = real !== undefined && above !== undefined &&
        directoryOf(real) !== above;
      if (misleads) {
        const rest = [directoryOf(real), ...parts.slice(index + 1)].join("/");
        const further = await misledParent(system, rest);
        const read = normalizePath(path);
        const leads = further?.real ?? normalizePath(rest);
        return leads === read ? undefined : { link: here, read, real: leads };
      }
    }
    here = joinPath(here, part);
  }
  return undefined;
}
