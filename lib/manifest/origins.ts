import { type FieldPath, printFieldPath, valueAt } from "../base/field_path.ts";
import { isObject, type JsonValue } from "../base/json.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { effectiveWindow } from "../catalog/effective_window.ts";
import type { Profile } from "../profile/profile.ts";
import type { PinnedModel } from "../schema/model.ts";
import type { Launch } from "./launch_inputs.ts";
import type { ManifestDraft } from "./manifest_draft.ts";
import { explainWindow, modelFieldOrigin } from "./model_origins.ts";
import type { Computation, Origin } from "./origin.ts";
import type { PodManifest } from "./pod_manifest.ts";
import { extractThreshold } from "./policies/memory.ts";
import {
  COMPACTION_PRESETS,
  MEMORY_PRESETS,
  QUALITIES,
  QUALITY_MIN_BUDGET_TOKENS,
} from "./policies/presets.ts";
import { explainShare, type WindowShare } from "./window_share.ts";

/** What a manifest was made of. */
export interface OriginInputs {
  readonly document:
    | {
      readonly kind: "profile";
      readonly profile: Profile;
      /** The same before it was brought into its normal form. */
      readonly raw?: JsonValue;
    }
    | { readonly kind: "manifest"; readonly draft: ManifestDraft };
  /** What of the launch took part. */
  readonly launch: Partial<Launch>;
  readonly catalog: Catalog;
}

/** Origins by printed field path, as `scope.allow[0].target`. */
export type Origins = ReadonlyMap<string, Origin>;

/**
 * Where each value of a manifest came from, the `profile` section left out.
 * Lists of plain values count as one value. Computed from what the manifest was
 * made of; the places in source texts are for others to add.
 */
export function originsOf(
  manifest: PodManifest,
  inputs: OriginInputs,
): Origins {
  const { profile: _, ...sections } = manifest;
  const origins = new Map<string, Origin>();
  for (const path of leaves(sections, [])) {
    origins.set(printFieldPath(path), originOf(path, manifest, inputs));
  }
  return origins;
}

function* leaves(value: unknown, path: FieldPath): Iterable<FieldPath> {
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()].filter(([, item]) => isObject(item))
    : isObject(value)
    ? Object.entries(value)
    : [];
  if (parts.length === 0) yield path;
  for (const [key, item] of parts) yield* leaves(item, [...path, key]);
}

function originOf(
  path: FieldPath,
  manifest: PodManifest,
  inputs: OriginInputs,
): Origin {
  const { document, launch, catalog } = inputs;
  const written = document.kind === "profile"
    ? document.profile
    : document.draft;
  if (printFieldPath(path) === "pod.name" && launch.podName !== undefined) {
    return { kind: "launch", input: "podName" };
  }
  const model = modelPathIn(path);
  if (model) {
    return modelFieldOrigin(path.slice(model.length), {
      kind: document.kind,
      section: model,
      written: valueAt(written, model) ?? {},
      catalog,
    });
  }
  return (document.kind === "profile" &&
    semanticOrigin(path, manifest, document.profile, inputs)) ||
    (valueAt(written, path) !== undefined
      ? { kind: document.kind, field: path }
      : { kind: "default" });
}

/** The part of a path that leads to the model section it is in. */
function modelPathIn(path: FieldPath): FieldPath | undefined {
  if (path[0] === "model") return path.slice(0, 1);
  const inner = String(path[1]);
  return ["model", "extract_model", "consolidation_model"].includes(inner)
    ? path.slice(0, 2)
    : undefined;
}

/** The origin of a value that the profile says in other words. */
function semanticOrigin(
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
      manifest.scope.allow[Number(index)].permission;
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
