import type { Diagnostic } from "../base/diagnostic.ts";
import type { ScopeRule } from "../schema/scope.ts";
import { pathAsTyped } from "../system/native_path.ts";
import type { System } from "../system/system.ts";
import type { Flags } from "./parse_arguments.ts";

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
  /** What there is to say about the flags: a path that is granted and not there. */
  readonly remarks: readonly Diagnostic[];
}

/**
 * Reads the flags that every resolution takes.
 *
 * @throws {ProfileError} `delegate-invalid`; with `--strict` `delegate-missing`
 */
export async function launchOptions(
  flags: Flags,
  system: System,
): Promise<LaunchOptions> {
  const workspace = workspaceOf(flags, system);
  const workspaceAs = flags["workspace-as"];
  const { delegatedScope, remarks } = await delegated(flags, system);
  return {
    system,
    workspace,
    podName: flags["pod-name"] ??
      await derivedPodName(
        workspaceAs === undefined
          ? workspace
          // One that is not absolute is refused later.
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

async function delegated(
  { delegate, strict }: Flags,
  system: System,
): Promise<Pick<LaunchOptions, "delegatedScope" | "remarks">> {
  if (delegate === undefined) return { remarks: [] };
  const { parseDelegate } = await import("../manifest/parse_delegate.ts");
  const { delegateRemarks } = await import("./delegate_remarks.ts");
  const rules = delegate.map((text) => ({
    text,
    rule: parseDelegate(text, system.cwd()),
  }));
  return {
    delegatedScope: rules.map(({ rule }) => rule),
    remarks: await delegateRemarks(rules, system, strict ?? false),
  };
}

async function derivedPodName(workspace: string): Promise<string> {
  const { derivePodName } = await import("../manifest/derive_pod_name.ts");
  return derivePodName(workspace);
}
