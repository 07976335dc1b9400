import { baseName } from "../base/file_path.ts";
import { isPodName } from "../schema/pod_name.ts";

/** The name of a Pod whose workspace has none: a root, or one that is too long. */
const NAMELESS = "pod";

/**
 * The name of a Pod that was not named on the command line: its workspace
 * folder's, with `-` for every character outside `[A-Za-z0-9._-]`.
 *
 * @param workspaceBase absolute path
 *
 * @example
 * ```ts
 * import { derivePodName } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.equal(derivePodName("/home/me/My Project"), "My-Project");
 * assert.equal(derivePodName("/"), "pod");
 * ```
 */
export function derivePodName(workspaceBase: string): string {
  // `u` matches whole code points, so that a surrogate pair becomes one `-`.
  const name = baseName(workspaceBase).replace(/[^A-Za-z0-9._-]/gu, "-");
  return isPodName(name) ? name : NAMELESS;
}
