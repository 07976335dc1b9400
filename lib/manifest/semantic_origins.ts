import { type FieldPath, valueAt } from "../base/field_path.ts";
import { isObject } from "../base/json.ts";
import { effectiveWindow } from "../catalog/effective_window.ts";
import type { Profile } from "../profile/profile.ts";
import type { PinnedModel } from "../schema/model.ts";
import { explainWindow } from "./model_origins.ts";
import type { Computation, Origin, OriginInputs } from "./origin.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { extractThreshold } from "./policies/memory.ts";
import {
  COMPACTION_PRESETS,
  MEMORY_PRESETS,
  QUALITIES,
  QUALITY_MIN_BUDGET_TOKENS,
} from "./policies/presets.ts";
import { explainShare, type WindowShare } from "./window_share.ts";

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
      : { kind: "profile", field: ["scope", "intent"] };
  }
  return {
    kind: "launch",
    input: granted ? "delegatedScope" : "workspaceBase",
  };
}

function reasoningOrigin(
  { model }: PodManifest,
  { worker, model: { quality } }: Profile,
  inputs: OriginInputs,
): Origin | undefined {
  const written = worker?.reasoning;
  if (written !== undefined) {
    return {
      kind: "profile",
      field: ["worker", "reasoning"],
      ...typeof written === "object" &&
        computed(written, model, ["model"], inputs),
    };
  }
  if (quality === undefined) return undefined;
  const { budget } = QUALITIES[quality];
  const share = model.capability?.reasoning === "budget_tokens" && budget &&
    computed(budget, model, ["model"], inputs);
  return {
    kind: "preset",
    preset: `quality = "${quality}"`,
    field: ["model", "quality"],
    ...share && {
      computed: {
        ...share.computed,
        arithmetic:
          `max(${QUALITY_MIN_BUDGET_TOKENS}, ${share.computed.arithmetic})`,
      },
    },
  };
}

function compactionOrigin(
  field: string,
  { model, compaction }: PodManifest,
  profile: Profile,
  inputs: OriginInputs,
): Origin | undefined {
  if (
    field !== "threshold" && field !== "request_threshold" &&
    field !== "worker_context_max_tokens"
  ) return undefined;
  const isWorkers = field === "worker_context_max_tokens" && compaction?.model;
  const [whose, section] = isWorkers
    ? [isWorkers, ["compaction", "model"]]
    : [model, ["model"]];
  const written = profile.compaction?.[field];
  const preset = profile.compaction?.preset;
  if (written !== undefined) {
    return {
      kind: "profile",
      field: ["compaction", field],
      ...computed(written, whose, section, inputs),
    };
  }
  return preset && {
    kind: "preset",
    preset: `compact.preset("${preset}")`,
    field: ["compaction", "preset"],
    ...computed(COMPACTION_PRESETS[preset][field], whose, section, inputs),
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

/** Nothing for tokens that are written out. */
function computed(
  share: WindowShare,
  model: PinnedModel,
  section: FieldPath,
  { document, catalog }: OriginInputs,
): { readonly computed: Computation } | undefined {
  const arithmetic = explainShare(share, effectiveWindow(model));
  if (arithmetic === undefined || document.kind !== "profile") return undefined;
  const written = valueAt(document.profile, section) ?? {};
  const window = explainWindow(model, {
    kind: document.kind,
    section,
    written,
    catalog,
  });
  return { computed: { arithmetic, window } };
}
