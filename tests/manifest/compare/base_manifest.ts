import type { PodManifest } from "../../../lib/schema/pod_manifest.ts";
import { SMALLEST } from "../known_sections.ts";

/** A manifest with everything a comparison looks at, and no more. */
export const BASE: PodManifest = {
  ...SMALLEST,
  worker: { ...SMALLEST.worker, max_turns: 10, reasoning: "medium" },
};
