import type { Diagnostic } from "../base/diagnostic.ts";
import type { ScopeRule } from "../schema/scope.ts";
import { pathAsTyped } from "../system/native_path.ts";
import type { System } from "../system/system.ts";
import type { Flags } from "./arguments/parse_arguments.ts";

/** What a command line says about a launch, as `resolveProfile` takes it. */
export interface LaunchOptions {
  readonly system: System;
  readonly podName: string;
  readonly workspace: string;
  readonly workspaceAs?: string | undefined;
  readonly delegatedScope?: readonly ScopeRule[] | undefined;
  readonly registryOnly: boolean;
  readonly strict: boolean;
  readonly trustedOrigins?: readonly string[] | undefined;
  readonly maxSteps?: number | undefined;
  /** Diagnostics about the flags: granted paths that do not exist. */
  readonly remarks: readonly Diagnostic[];
}

/**
 * Reads the flags that every resolution takes.
 *
 * @throws {ProfileError} `delegate-invalid`
 */
export async function launchOptions(
  flags: Flags,
  system: System,
): Promise<LaunchOptions> {
  const workspace = workspaceOf(flags, system);
  const workspaceAs = flags["workspace-as"];
  const { delegatedScope, remarks } = await delegated(flags, system, workspace);
  return {
    system,
    workspace,
    podName: flags["pod-name"] ??
      await derivedPodName(
        workspaceAs === undefined
          ? workspace
          // A relative `--workspace-as` is refused later, with a message of its
          // own.
          : pathAsTyped(workspace, workspaceAs),
      ),
    ...workspaceAs !== undefined && { workspaceAs },
    ...delegatedScope && { delegatedScope },
    remarks,
    registryOnly: flags["registry-only"] ?? false,
    strict: flags.strict ?? false,
    trustedOrigins: flags["trust-origin"],
    maxSteps: flags["max-steps"],
  };
}

/** The absolute path of the workspace. */
export function workspaceOf(flags: Flags, system: System): string {
  return flags.workspace === undefined
    ? system.cwd()
    : pathAsTyped(system.cwd(), flags.workspace);
}

/**
 * What `--delegate` grants, and what there is to say about it.
 *
 * @param workspace left out: there is none that a path could lie outside of
 * @throws {ProfileError} `delegate-invalid`
 */
export async function delegated(
  { delegate }: Flags,
  system: System,
  workspace?: string,
): Promise<Pick<LaunchOptions, "delegatedScope" | "remarks">> {
  if (delegate === undefined) return { remarks: [] };
  const { parseDelegate } = await import("../manifest/parse_delegate.ts");
  const { delegatedScope } = await import("../api/delegated_scope.ts");
  const { delegateNotes } = await import("../api/delegate_notes.ts");
  const rules = await delegatedScope(
    system,
    delegate.map((text) => parseDelegate(text, system.cwd())),
  );
  return {
    delegatedScope: rules,
    remarks: await delegateNotes(system, rules, workspace),
  };
}

async function derivedPodName(workspace: string): Promise<string> {
  const { derivePodName } = await import("../manifest/derive_pod_name.ts");
  return derivePodName(workspace);
}
