import type { ScopeRule } from "../schema/scope.ts";
import { pathAsTyped } from "../system/native_path.ts";
import type { System } from "../system/system.ts";
import type { Flags } from "./parse_arguments.ts";

/** What a command line says about a launch, as `resolveProfile` takes it. */
export interface LaunchOptions {
  readonly system: System;
  readonly podName: string;
  readonly workspace: string;
  readonly delegatedScope?: readonly ScopeRule[];
  readonly registryOnly: boolean;
  readonly strict: boolean;
  readonly trustedOrigins?: readonly string[];
  readonly maxSteps?: number;
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
  return {
    system,
    workspace,
    podName: flags["pod-name"] ?? await derivedPodName(workspace),
    delegatedScope: flags.delegate &&
      await delegatedScope(flags.delegate, system.cwd()),
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

async function delegatedScope(
  rules: readonly string[],
  cwd: string,
): Promise<readonly ScopeRule[]> {
  const { parseDelegate } = await import("../manifest/parse_delegate.ts");
  return rules.map((rule) => parseDelegate(rule, cwd));
}

async function derivedPodName(workspace: string): Promise<string> {
  const { derivePodName } = await import("../manifest/derive_pod_name.ts");
  return derivePodName(workspace);
}
