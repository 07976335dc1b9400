import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import type { PodSnapshot } from "../../lib/store/pod_snapshot.ts";
import { BASE } from "../manifest/compare/base_manifest.ts";
import { snapshotOf } from "../../lib/store/pod_snapshot.ts";

/** How many snapshots there are that differ in one number. */
export const VARIANTS = 5;

/**
 * One of a few snapshots for a Pod: large enough that a write of one takes the
 * disk more than a moment.
 */
export async function variant(
  name: string,
  number: number,
): Promise<PodSnapshot> {
  const manifest: PodManifest = {
    ...BASE,
    pod: { name },
    worker: {
      ...BASE.worker,
      max_turns: 1 + number % VARIANTS,
      language: "x".repeat(20_000),
    },
  };
  return await snapshotOf({
    manifest,
    launch: { selector: "coder", workspace: "/ws", pod_name: name },
    sources: [],
  });
}
