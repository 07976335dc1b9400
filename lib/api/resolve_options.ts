import type { Catalog } from "../catalog/catalog.ts";
import type { ResolverSession } from "../base/resolver_session.ts";
import type { ScopeRule } from "../schema/scope.ts";
import type { ProfileSelector } from "../selector/profile_selector.ts";
import type { System } from "../system/system.ts";

/** What isolates an evaluation, beside the sandbox that Lua always runs in. */
export type Wall = "none" | "worker";

/** Everything that a resolution needs beside the profile itself. */
export interface ResolveOptions {
  /**
   * Which profile, as a person types it or parsed. Default: the registry's
   * default. A relative path is relative to the workspace.
   */
  readonly selector?: string | ProfileSelector | undefined;
  /** The Pod's name; the library never invents one. */
  readonly podName: string;
  /**
   * Absolute path of the Pod's workspace, an existing directory; the project's
   * registry is looked for there and above. Default: the current directory.
   */
  readonly workspace?: string | undefined;
  /**
   * Absolute path. The manifest is made as if the workspace (and the project
   * around it) were there, so that it is the same in every clone. The path does
   * not need to exist. Default: the workspace itself.
   */
  readonly workspaceAs?: string | undefined;
  /** The paths granted to the Pod, at least one rule. Default: the workspace. */
  readonly delegatedScope?: readonly ScopeRule[] | undefined;
  /** Refuse paths and standard input, for selectors from untrusted sources. Default `false`. */
  readonly registryOnly?: boolean | undefined;
  /** Turn warnings into errors. Default `false`. */
  readonly strict?: boolean | undefined;
  /** Steps a Lua profile may take, 1 to 2^31-1. Default 200 million. */
  readonly maxSteps?: number | undefined;
  /** The model catalog. Default: the user's, else the builtin one. */
  readonly catalog?: Catalog | undefined;
  /**
   * Origins (`https://llm.example.com`) that may get keys, beside those of the
   * catalog and those that the user's registry trusts. Default: none.
   */
  readonly trustedOrigins?: readonly string[] | undefined;
  /** Files and environment. Default: the real ones, read only as needed. */
  readonly system?: System | undefined;
  /**
   * What is kept for later resolutions, such as the compiled Lua machine.
   * Default: shared by the whole process. Two sessions share nothing.
   */
  readonly session?: ResolverSession | undefined;
  /**
   * What isolates the evaluation, beside the sandbox that Lua runs in.
   *
   * - `none` (default): nothing else. It needs no permission.
   * - `worker`: a Worker without any permission. The program needs the
   *   flag `--unstable-worker-options`, or `"unstable": ["worker-options"]` in
   *   its `deno.json`. Without it Deno prints `Unstable API
   *   'Worker.deno.permissions'` and ends the whole process with exit code 70,
   *   which no code can foresee or catch.
   */
  readonly wall?: Wall | undefined;
}
