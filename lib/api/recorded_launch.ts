import { STDIN_FILE } from "../base/stdin_file.ts";
import { failure, type ProfileError } from "../base/profile_error.ts";
import type { ScopeRule } from "../schema/scope.ts";
import type { ProfileSelector } from "../selector/profile_selector.ts";
import type { PodSnapshot } from "../store/pod_snapshot.ts";

/** What is given in place of what a Pod was created with. */
export interface LaunchOverride {
  /** Another profile. */
  readonly selector?: string | ProfileSelector | undefined;
  /** Another workspace: absolute. */
  readonly workspace?: string | undefined;
  /** Origins to trust beside those that were trusted. */
  readonly trustedOrigins?: readonly string[];
  /** Steps that a Lua profile may take. Default as for `resolveProfile`. */
  readonly maxSteps?: number;
}

/** How a Pod is resolved anew. */
export type RecordedLaunch =
  | {
    readonly kind: "profile";
    readonly selector: string | ProfileSelector;
    readonly podName: string;
    readonly workspace: string;
    readonly delegatedScope?: readonly ScopeRule[];
    readonly trustedOrigins?: readonly string[];
    readonly maxSteps?: number;
  }
  | {
    readonly kind: "manifest";
    readonly path: string;
    readonly podName: string;
    readonly workspace: string;
  };

/**
 * What a Pod has to be resolved with to be compared: the profile that was
 * taken, whatever has become of names and defaults since, and the launch as it
 * was.
 *
 * @param snapshot left out: the Pod was never adopted
 * @throws {ProfileError} `pod-source-unknown` where nobody knows
 */
export function recordedLaunch(
  podName: string,
  snapshot: PodSnapshot | undefined,
  override: LaunchOverride,
): RecordedLaunch {
  const { launch, manifest } = snapshot ?? {};
  const workspace = override.workspace ?? launch?.workspace;
  if (launch?.manifest !== undefined && override.selector === undefined) {
    return {
      kind: "manifest",
      path: launch.manifest,
      podName,
      workspace: workspace!,
    };
  }
  const selector = override.selector ??
    (launch && recordedSelector(manifest!.profile?.source));
  if (selector === undefined || workspace === undefined) {
    throw unknownSource(podName, snapshot);
  }
  const delegatedScope = launch?.delegated_scope;
  const trustedOrigins = [
    ...launch?.trusted_origins ?? [],
    ...override.trustedOrigins ?? [],
  ];
  return {
    kind: "profile",
    selector,
    podName,
    workspace,
    ...delegatedScope && { delegatedScope },
    ...trustedOrigins.length > 0 && { trustedOrigins },
    ...override.maxSteps !== undefined && { maxSteps: override.maxSteps },
  };
}

type Source = NonNullable<PodSnapshot["manifest"]["profile"]>["source"];

function recordedSelector(
  source: Source | undefined,
): ProfileSelector | undefined {
  if (source?.kind === "registry") {
    const { source: registry, name } = source;
    return { kind: "registry", source: registry, name };
  }
  // Standard input cannot be read again.
  return source && source.path !== STDIN_FILE
    ? { kind: "path", path: source.path }
    : undefined;
}

function unknownSource(
  podName: string,
  snapshot: PodSnapshot | undefined,
): ProfileError {
  const why = snapshot?.launch
    ? "its profile came from standard input"
    : "it was adopted from the runtime, which keeps no profile and no workspace";
  const flags = snapshot?.launch
    ? "`--profile SELECTOR`"
    : "`--profile SELECTOR` and `--workspace DIR`";
  return failure(
    "pod-source-unknown",
    `the Pod \`${podName}\` cannot be resolved anew: ${why}`,
    { help: `name it with ${flags}` },
  );
}
