import { failure, type ProfileError } from "../base/profile_error.ts";
import { conversationOf } from "../store/pod_metadata.ts";
import type { PodSnapshot } from "../store/pod_snapshot.ts";
import { printJson } from "../base/print_json.ts";
import { replaceSnapshot } from "../store/replace_snapshot.ts";
import type { StoreLocation } from "../store/store_location.ts";
import { type ForceOptions, requireStopped } from "../store/living_pod.ts";
import type { Resolve } from "./create_stored_pod.ts";
import { resolvePodAnew } from "./diff_pod.ts";
import type { PodDifference } from "./pod_difference.ts";
import { snapshotFrom } from "./pod_origin.ts";
import type { LaunchOverride } from "./recorded_launch.ts";

/** How a Pod is resolved anew, and who agrees to what that changes. */
export interface ReresolveOptions extends LaunchOverride, ForceOptions {
  /** Agree to changes that do not let the Pod do more. Default `false`. */
  readonly yes?: boolean;
  /** Agree, with `yes`, to changes that let the Pod do more. Default none. */
  readonly accept?: readonly "widening"[];
  /** Called with the changes, if there are any, before `confirm`. */
  readonly onDifference?: (difference: ReresolvedPod) => void;
  /** Asks the user, in place of `yes`. */
  readonly confirm?: (difference: ReresolvedPod) => Promise<boolean>;
}

/** A Pod that was resolved anew. */
export interface ReresolvedPod extends PodDifference {
  /**
   * The paths of changes that do not reach the Pod's conversation, which keeps
   * them in its log; none where there is no conversation.
   */
  readonly unreached: readonly string[];
}

/** Fields that a conversation takes from its log, not from the manifest. */
const IN_THE_LOG = [
  "worker.instruction",
  "worker.language",
  "worker.max_tokens",
  "worker.temperature",
  "worker.top_p",
  "worker.top_k",
  "worker.stop_sequences",
  "worker.reasoning",
];

/** Resolves a Pod anew and stores the result, once somebody agreed to it. */
export async function reresolvePod(
  location: StoreLocation,
  name: string,
  options: ReresolveOptions,
  resolve: Resolve,
): Promise<ReresolvedPod> {
  const { force = false, confirm, onDifference } = options;
  await requireStopped(location, name, "re-resolve", force);
  const { pod, origin, ...difference } = await resolvePodAnew(
    location,
    name,
    options,
    resolve,
  );
  const hasConversation = conversationOf(pod.metadata) === "there";
  const reresolved: ReresolvedPod = {
    ...difference,
    unreached: difference.changes.map(({ path }) => path).filter((path) =>
      hasConversation && IN_THE_LOG.includes(path)
    ),
  };
  const snapshot = await snapshotFrom(location.system, origin);
  if (isSame(pod.snapshot, snapshot)) return reresolved;
  // If only the recorded sources change, nobody has to agree.
  if (difference.changes.length > 0) {
    onDifference?.(reresolved);
    const refusal = confirm ? undefined : refuse(name, difference, options);
    if (refusal) throw refusal;
    if (confirm && !await confirm(reresolved)) throw notAgreed(name);
  }
  await replaceSnapshot(location, pod.snapshot, snapshot, force);
  return reresolved;
}

function isSame(before: PodSnapshot | undefined, after: PodSnapshot): boolean {
  return before !== undefined && printJson(before) === printJson(after);
}

function refuse(
  name: string,
  { changes }: PodDifference,
  { yes = false, accept = [] }: ReresolveOptions,
): ProfileError | undefined {
  if (!yes) return notAgreed(name);
  const widenings = changes.filter((change) => change.class === "widening");
  if (widenings.length === 0 || accept.includes("widening")) return undefined;
  const paths = widenings.map(({ path }) => `\`${path}\``).join(", ");
  return failure(
    "confirmation-missing",
    `the Pod \`${name}\` could do more than before: ${paths}`,
    {
      help: "add `--accept widening` to `--yes` if that is intended",
    },
  );
}

function notAgreed(name: string): ProfileError {
  return failure(
    "confirmation-missing",
    `the Pod \`${name}\` was not changed: the changes were not confirmed`,
    { help: "add `--yes` to apply them; nothing was written" },
  );
}
