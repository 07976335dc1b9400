import type { Diagnostic } from "../base/diagnostic.ts";
import { isAbsolute } from "../base/file_path.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import { type Launch, validateLaunch } from "../manifest/launch_inputs.ts";
import { delegatedScope } from "./delegated_scope.ts";
import type { ResolveOptions } from "./resolve_options.ts";
import { refusalCode, type System, SystemError } from "../system/system.ts";

/**
 * Checks what a launch says, and that its workspace is there.
 *
 * @throws {ProfileError} `pod-name-invalid`, `workspace-invalid`,
 * `delegate-invalid`, all at once; `permission-missing`
 */
export async function loadLaunch(
  { podName, workspace, workspaceAs, delegatedScope: rules }: ResolveOptions,
  system: System,
): Promise<Launch> {
  const launch: Launch = {
    podName,
    workspaceBase: workspace ?? system.cwd(),
    ...rules !== undefined && { delegatedScope: rules },
  };
  const problems = [
    ...validateLaunch(launch),
    ...workspaceAs === undefined ? [] : placeProblems(workspaceAs),
  ];
  if (problems.length > 0) throw new ProfileError(problems);
  await requireDirectory(system, launch.workspaceBase);
  return launch.delegatedScope === undefined ? launch : {
    ...launch,
    delegatedScope: await delegatedScope(system, launch.delegatedScope),
  };
}

/** The path need not exist, but a relative one would differ between clones. */
function placeProblems(workspaceAs: string): Diagnostic[] {
  if (isAbsolute(workspaceAs)) return [];
  return [{
    code: "workspace-invalid",
    severity: "error",
    message:
      `\`${workspaceAs}\` cannot stand for the workspace: an absolute path is required`,
    help: "such as `/workspace`: the same wherever the repository is cloned",
  }];
}

async function requireDirectory(system: System, path: string): Promise<void> {
  const help = "name an existing directory";
  try {
    const kind = await system.stat(path);
    if (kind === "directory") return;
    throw failure(
      "workspace-invalid",
      kind === undefined
        ? `\`${path}\` cannot be the workspace: there is no such directory`
        : `\`${path}\` cannot be the workspace: it is not a directory`,
      { help },
    );
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw failure(
      refusalCode(error, "workspace-invalid"),
      `\`${path}\` cannot be the workspace: ${error.message}`,
    );
  }
}
