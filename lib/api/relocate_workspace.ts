import {
  isAbsolute,
  isInside,
  joinPath,
  relativePath,
} from "../base/file_path.ts";
import type { Launch } from "../manifest/launch_inputs.ts";
import type { ProfileRegistry } from "../registry/profile_registry.ts";
import type { System } from "../system/system.ts";
import { projectOf } from "../trust/project_of.ts";
import { realPathOf } from "../trust/territory.ts";

/**
 * Says of each path how it is called where the workspace is somewhere else:
 * what is in the workspace, or in a project around it, moves along; anything
 * else stays.
 *
 * @param workspace absolute path of where the workspace is
 * @param workspaceAs absolute path of where it is to be; left out: where it is
 * @param around absolute paths of the folders around it that move along
 *
 * @example
 * ```ts
 * import { relocateWorkspace } from "./relocate_workspace.ts";
 * import assert from "node:assert/strict";
 * const relocate = relocateWorkspace("/home/me/clone/app", "/ws/app", ["/home/me/clone"]);
 * assert.equal(relocate("/home/me/clone/app/src"), "/ws/app/src");
 * assert.equal(relocate("/home/me/clone/.insomnia"), "/ws/.insomnia");
 * assert.equal(relocate("/home/me/.config"), "/home/me/.config");
 * ```
 */
export function relocateWorkspace(
  workspace: string,
  workspaceAs: string | undefined,
  around: readonly string[],
): (path: string) => string {
  if (workspaceAs === undefined) return (path) => path;
  const moved = [workspace, ...around];
  // A builtin resource and standard input have no absolute path.
  return (path) =>
    isAbsolute(path) && moved.some((directory) => isInside(directory, path))
      ? joinPath(workspaceAs, relativePath(workspace, path))
      : path;
}

/**
 * The folders that belong to a workspace: the one with the project's registry,
 * and the project, which may reach further or have no registry.
 */
export async function foldersAround(
  workspace: string,
  { projectDirectory, territory }: ProfileRegistry,
  system: System,
): Promise<string[]> {
  const project = territory?.project ??
    await projectOf(
      system,
      await realPathOf(system, workspace),
      territory?.home,
    );
  return [projectDirectory, project].filter((folder) => folder !== undefined);
}

/** A launch whose paths are where `relocate` says. */
export function launchAt(
  { workspaceBase, delegatedScope, ...launch }: Launch,
  relocate: (path: string) => string,
): Launch {
  return {
    ...launch,
    workspaceBase: relocate(workspaceBase),
    ...delegatedScope && {
      delegatedScope: delegatedScope.map((rule) => ({
        ...rule,
        target: relocate(rule.target),
      })),
    },
  };
}
