import { type FieldPath, valueAt } from "../base/field_path.ts";
import { isObject } from "../base/json.ts";
import type { Profile } from "../profile/profile.ts";
import { computed } from "./computed_origin.ts";
import type { Origin, OriginInputs } from "./origin.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { extractThreshold } from "./policies/memory.ts";
import { MEMORY_PRESETS } from "./policies/presets.ts";
import { compactionOrigin } from "./compaction_origins.ts";
import { answerOrigin, reasoningOrigin } from "./thinking_origins.ts";

/**
 * The origin of a value that the profile says in other words than the manifest:
 * an intent, a quality, a preset, a ratio.
 *
 * @returns `undefined` for a value that is written as it is
 */
export function semanticOrigin(
  path: FieldPath,
  manifest: PodManifest,
  profile: Profile,
  inputs: OriginInputs,
): Origin | undefined {
  const [section, field] = path;
  switch (section) {
    case "scope":
      return field === "allow"
        ? scopeOrigin(path, manifest, inputs)
        : undefined;
    case "worker":
      return field === "reasoning"
        ? reasoningOrigin(manifest, profile, inputs)
        : field === "max_tokens"
        ? answerOrigin(manifest, profile.worker?.max_tokens, inputs)
        : undefined;
    case "compaction":
      return compactionOrigin(String(field), manifest, profile, inputs);
    case "memory":
      return memoryOrigin(String(field), manifest, profile, inputs);
  }
}

function scopeOrigin(
  path: FieldPath,
  manifest: PodManifest,
  { launch, document }: OriginInputs,
): Origin {
  const raw = document.kind === "profile" ? document.raw : undefined;
  const [, , index, field] = path;
  const granted = launch.delegatedScope?.[Number(index)];
  const isIntent = field === "permission" && granted?.permission !==
      manifest.scope.allow[Number(index)]!.permission;
  if (isIntent) {
    const isSilent = isObject(raw) && raw.scope === undefined;
    return isSilent
      ? { kind: "default", reason: "a profile's scope is `workspace_write`" }
      : {
        kind: "profile",
        field: ["scope", "intent"],
        ...granted && {
          changes: [
            `lowered from the \`${granted.permission}\` of rule ${
              Number(index) + 1
            } that is delegated`,
          ],
        },
      };
  }
  return {
    kind: "launch",
    input: granted ? "delegatedScope" : "workspaceBase",
  };
}

function memoryOrigin(
  field: string,
  { model }: PodManifest,
  { memory }: Profile,
  inputs: OriginInputs,
): Origin | undefined {
  if (memory === undefined || valueAt(memory, [field]) !== undefined) {
    return undefined;
  }
  const share = field === "extract_threshold"
    ? extractThreshold(memory)
    : undefined;
  const computation = share && computed(share, model, ["model"], inputs);
  if (share && memory.extract_threshold_ratio !== undefined) {
    return {
      kind: "profile",
      field: ["memory", "extract_threshold_ratio"],
      ...computation,
    };
  }
  return memory.preset && field in MEMORY_PRESETS[memory.preset]
    ? {
      kind: "preset",
      preset: `memory.preset("${memory.preset}")`,
      field: ["memory", "preset"],
      ...computation,
    }
    : undefined;
}
