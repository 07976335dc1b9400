import {
  isAbsolute,
  isInside,
  joinPath,
  relativePath,
} from "../base/file_path.ts";
import type { Launch } from "../manifest/launch_inputs.ts";

/**
 * Says of each path how it is called where the workspace is somewhere else:
 * what is in the workspace, or in the project around it, moves along; anything
 * else stays.
 *
 * @param workspace absolute path of where the workspace is
 * @param workspaceAs absolute path of where it is to be; left out: where it is
 * @param projectDirectory absolute path of the project, if there is one
 *
 * @example
 * ```ts
 * import { relocateWorkspace } from "./relocate_workspace.ts";
 * import assert from "node:assert/strict";
 * const relocate = relocateWorkspace("/home/me/clone/app", "/ws/app", "/home/me/clone");
 * assert.equal(relocate("/home/me/clone/app/src"), "/ws/app/src");
 * assert.equal(relocate("/home/me/clone/.insomnia"), "/ws/.insomnia");
 * assert.equal(relocate("/home/me/.config"), "/home/me/.config");
 * ```
 */
export function relocateWorkspace(
  workspace: string,
  workspaceAs: string | undefined,
  projectDirectory: string | undefined,
): (path: string) => string {
  if (workspaceAs === undefined) return (path) => path;
  const moved = [workspace, projectDirectory]
    .filter((directory) => directory !== undefined);
  // A resource of this program, or standard input, is at no place.
  return (path) =>
    isAbsolute(path) && moved.some((directory) => isInside(directory, path))
      ? joinPath(workspaceAs, relativePath(workspace, path))
      : path;
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
