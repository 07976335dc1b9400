import { directoryOf, isInside } from "../base/file_path.ts";
import type { System } from "../system/system.ts";
import { followFile, type TrustedFile } from "../trust/follow_file.ts";
import { projectOf } from "../trust/project_of.ts";
import { realPathOf, type Territory } from "../trust/territory.ts";
import type { NamedSource } from "./read_source.ts";

/**
 * Where a link below a profile's directory leads, which has to be there; or why
 * it is not followed.
 *
 * @throws {SystemError} when it cannot be looked at
 */
export type FollowModule = (
  path: string,
) => Promise<TrustedFile | { readonly reason: string }>;

/**
 * Which links to modules are followed. In a project's profile, whose author may
 * be anybody, those that stay in its own directory. In a user's a module may be
 * a link to anywhere, because dotfile managers link each file of a folder.
 *
 * @param profile the profile file, with the real path that it was read by
 */
export function moduleRule(
  system: System,
  { path, namedBy, real }: NamedSource & { readonly real: string },
  territory: Territory,
): FollowModule {
  let directories: Promise<readonly string[] | undefined> | undefined;
  return async (module) => {
    // Asked when the first link is met: most profiles have none.
    const inside = await (directories ??= projectDirectories());
    if (!inside) return await followFile(system, module, "user", territory);
    const target = await system.realPath(module);
    if (!inside.some((folder) => isInside(folder, target))) {
      return { reason: "it is a link out of the profile's directory" };
    }
    if (module.endsWith(".lua") && !target.endsWith(".lua")) {
      return { reason: "it is a link to a file that does not end in `.lua`" };
    }
    return { real: target, throughLink: true };
  };

  /** Where a project's profile may have modules; `undefined` for a user's. */
  async function projectDirectories(): Promise<readonly string[] | undefined> {
    if (namedBy === "user") return undefined;
    const directory = await realPathOf(system, directoryOf(path));
    const project = await projectAround(directory);
    if (namedBy === "typed" && project === undefined) return undefined;
    // Of a profile that is a link both: where it stands, and where it leads.
    return [directory, directoryOf(real)]
      .filter((folder) => project !== undefined && isInside(project, folder));
  }

  /** A typed path is the project's where it lies in one. */
  async function projectAround(directory: string): Promise<string | undefined> {
    if (namedBy === "project") return territory.project;
    const { config, home } = territory;
    return config !== undefined && isInside(config, directory)
      ? undefined
      : await projectOf(system, directory, home);
  }
}
