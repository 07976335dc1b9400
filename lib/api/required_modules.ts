import { directoryOf, joinPath } from "../base/file_path.ts";
import { SHARED_SESSION } from "../base/resolver_session.ts";
import { scanSource } from "../source/scan_source.ts";
import { MAX_SOURCE_BYTES } from "../source/source_limits.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";
import { requireCircles } from "./require_circles.ts";

/**
 * The files that another one requires by a literal name, itself or through its
 * modules. Of files that require one another the first is no module, or nobody
 * would look at any.
 *
 * Each file is read once, and each is looked at once for every folder above it
 * whose files lead to it: modules are named from the folder of the profile.
 *
 * @param files absolute paths, all that there are
 * @param onRead awaited after each of them
 */
export async function requiredModules(
  files: readonly string[],
  system: System,
  onRead: (file: string) => Promise<void> | void = () => {},
): Promise<ReadonlySet<string>> {
  const known = new Set(files);
  const requires = new Map<string, readonly string[]>();
  const byFolder = new Map<string, string[]>();
  for (const file of files) {
    const folder = directoryOf(file);
    const beside = byFolder.get(folder) ?? [];
    beside.push(file);
    byFolder.set(folder, beside);
    requires.set(file, await readRequires(file, system));
    await onRead(file);
  }

  const modules = new Set<string>();
  for (const [folder, roots] of byFolder) {
    const found = new Map<string, string | undefined>();
    const fileOf = (name: string): string | undefined => {
      if (!found.has(name)) {
        found.set(
          name,
          modulePaths(folder, name).find((path) => known.has(path)),
        );
      }
      return found.get(name);
    };
    const next = (file: string): string[] =>
      requires.get(file)!.map(fileOf).filter((path) => path !== undefined);
    for (const { members, isEntered } of requireCircles(roots, next)) {
      // A file in a subfolder cannot require one above it, so it was reached
      // from here and is a module.
      const beside = members.filter((file) => directoryOf(file) === folder)
        .sort();
      const first = isEntered ? undefined : beside[0];
      for (const file of members) if (file !== first) modules.add(file);
    }
  }
  return modules;
}

async function readRequires(
  path: string,
  system: System,
): Promise<readonly string[]> {
  const bytes = await unlessRefused(() =>
    system.readFile(path, MAX_SOURCE_BYTES)
  );
  // Cached in the session, because `check` scans the same bytes again.
  return bytes ? SHARED_SESSION.once(scanSource, bytes).requires : [];
}

/**
 * Where the module of a name can be, in this order.
 *
 * @param directory absolute path of the profile's folder
 */
function modulePaths(directory: string, name: string): string[] {
  const path = joinPath(directory, name.replaceAll(".", "/"));
  return [`${path}.lua`, `${path}/init.lua`];
}
