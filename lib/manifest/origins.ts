import {
  beginsWith,
  type FieldPath,
  printFieldPath,
  valueAt,
} from "../base/field_path.ts";
import { isObject } from "../base/json.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import { modelFieldOrigin } from "./model_origins.ts";
import type { ManifestDraft } from "./manifest_draft.ts";
import type { Origin, OriginInputs } from "./origin.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { DEFAULT_WORKER_CONTEXT_TOKENS } from "./policies/compaction_sizes.ts";
import { semanticOrigin } from "./semantic_origins.ts";
import { answerOrigin } from "./thinking_origins.ts";

/** Origins by printed field path, as `scope.allow[0].target`. */
export type Origins = ReadonlyMap<string, Origin>;

/** Defaults that are no constant of the field table. */
const DEFAULT_REASONS: ReadonlyMap<string, string> = new Map([[
  "compaction.worker_context_max_tokens",
  `${DEFAULT_WORKER_CONTEXT_TOKENS}, at most the window of the model that compacts`,
]]);

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
  const name = printFieldPath(path);
  if (name === "pod.name" && launch.podName !== undefined) {
    return { kind: "launch", input: "podName" };
  }
  const model = MODEL_SECTIONS.find((section) => beginsWith(path, section));
  if (model) {
    return modelFieldOrigin(path.slice(model.length), {
      kind: document.kind,
      section: model,
      written: valueAt(written, model) ?? {},
      catalog,
    });
  }
  const reason = DEFAULT_REASONS.get(name);
  return (document.kind === "profile"
    ? semanticOrigin(path, manifest, document.profile, inputs)
    : manifestFileOrigin(path, manifest, document.draft, inputs)) ??
    (valueAt(written, path) !== undefined
      ? { kind: document.kind, field: path }
      : { kind: "default", ...reason !== undefined && { reason } });
}

/** What is filled into a manifest file by more than a default. */
function manifestFileOrigin(
  path: FieldPath,
  manifest: PodManifest,
  draft: ManifestDraft,
  inputs: OriginInputs,
): Origin | undefined {
  return printFieldPath(path) === "worker.max_tokens"
    ? answerOrigin(manifest, draft.worker?.max_tokens, inputs)
    : undefined;
}
