import type { Catalog } from "../catalog/catalog.ts";
import type { ResolverSession } from "../base/resolver_session.ts";
import type { ScopeRule } from "../schema/scope.ts";
import type { ProfileSelector } from "../selector/profile_selector.ts";
import type { System } from "../system/system.ts";

/** Names of the walls around an evaluation, beside the one inside the VM. */
export type Wall = "none" | "worker";

/** What decides a resolution: everything that is not in the profile. */
export interface ResolveOptions {
  /**
   * Which profile, as a person types it or parsed. Default: the registry's
   * default. A relative path is relative to the workspace.
   */
  readonly selector?: string | ProfileSelector | undefined;
  /** The Pod's name. Required: the library never invents one. */
  readonly podName: string;
  /**
   * Absolute path of the Pod's workspace, an existing directory; the project's
   * registry is looked for there and above. Default: the current directory.
   */
  readonly workspace?: string | undefined;
  /**
   * Absolute path. Everything that is found in the workspace, or in the project
   * around it, is in the manifest as if the workspace were there: so it is the
   * same in every clone. Nothing needs to exist at this path. Default: the
   * workspace itself.
   */
  readonly workspaceAs?: string | undefined;
  /** The authority handed over, at least one rule. Default: the workspace. */
  readonly delegatedScope?: readonly ScopeRule[] | undefined;
  /** Refuse paths and standard input, for selectors from an untrusted place. Default `false`. */
  readonly registryOnly?: boolean | undefined;
  /** Turn warnings into errors. Default `false`. */
  readonly strict?: boolean | undefined;
  /** Steps a Lua profile may take, 1 to 2^31-1. Default 200 million. */
  readonly maxSteps?: number | undefined;
  /** The models that are known. Default: the user's catalog, else the builtin one. */
  readonly catalog?: Catalog | undefined;
  /**
   * Origins (`https://llm.example.com`) that may get keys, beside those of the
   * catalog and those that the user's registry trusts. Default: none.
   */
  readonly trustedOrigins?: readonly string[] | undefined;
  /** The outside world. Default: the real one, asked only for what is needed. */
  readonly system?: System | undefined;
  /**
   * What is kept for later resolutions, such as the compiled machine. Default:
   * one that everybody in this process shares. Two sessions share nothing.
   */
  readonly session?: ResolverSession | undefined;
  /**
   * What stands around the VM while untrusted code runs.
   *
   * - `none` (default): the VM's own wall. It needs no permission.
   * - `worker`: a Worker without any permission. The program that runs needs the
   *   flag `--unstable-worker-options`, or `"unstable": ["worker-options"]` in
   *   its `deno.json`. Without it Deno prints `Unstable API
   *   'Worker.deno.permissions'` and ends the whole process with exit code 70,
   *   which no code can foresee or catch.
   */
  readonly wall?: Wall | undefined;
}
