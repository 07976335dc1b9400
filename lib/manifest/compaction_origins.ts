import { knownModel } from "../catalog/known_model.ts";
import type { Profile } from "../profile/profile.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { computed } from "./computed_origin.ts";
import type { Origin, OriginInputs } from "./origin.ts";
import { compactionSpace } from "./policies/compaction.ts";
import { compactionSizes } from "./policies/compaction_sizes.ts";
import { PRESET_FIELDS } from "./policies/preset_fit.ts";
import { COMPACTION_PRESETS } from "./policies/presets.ts";
import { isRetained } from "./policies/retention.ts";

/** Where a field of the compaction section is from; `undefined` for one written as it is. */
export function compactionOrigin(
  field: string,
  manifest: PodManifest,
  profile: Profile,
  inputs: OriginInputs,
): Origin | undefined {
  const written = profile.compaction;
  if (written === undefined) return undefined;
  const { preset, retention } = written;
  const share = PRESET_FIELDS.find((name) => name === field);
  if (share === undefined) {
    const isFilledIn = retention !== undefined && isRetained(field) &&
      !Object.hasOwn(written, field);
    return isFilledIn
      ? {
        kind: "preset",
        preset: `retention = "${retention}"`,
        field: ["compaction", "retention"],
      }
      : undefined;
  }
  const own = manifest.compaction?.model;
  const isWorkers = share === "worker_context_max_tokens" && own;
  const [whose, section] = isWorkers
    ? [isWorkers, ["compaction", "model"]]
    : [manifest.model, ["model"]];
  const value = written[share];
  if (value !== undefined) {
    return {
      kind: "profile",
      field: ["compaction", share],
      ...computed(value, whose, section, inputs),
    };
  }
  if (preset === undefined) return undefined;
  const { model, worker } = manifest;
  const space = compactionSpace(
    knownModel(model),
    knownModel(own ?? model),
    worker.max_tokens,
  );
  const { unlowered } = compactionSizes(written, preset, space);
  const before = share === "worker_context_max_tokens"
    ? undefined
    : unlowered?.[share];
  const after = manifest.compaction?.[share];
  return {
    kind: "preset",
    preset: `compact.preset("${preset}")`,
    field: ["compaction", "preset"],
    ...computed(COMPACTION_PRESETS[preset][share], whose, section, inputs),
    ...before !== undefined && before !== after && {
      changes: [`lowered from ${before} to leave the answer its room`],
    },
  };
}
