import { findRef } from "../catalog/find_ref.ts";
import { type KnownModel, knownModel } from "../catalog/known_model.ts";
import type { Profile } from "../profile/profile.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { computed } from "./computed_origin.ts";
import type { Origin, OriginInputs } from "./origin.ts";
import { ANSWER_TOKENS, answerTokens } from "./policies/answer_limit.ts";
import { QUALITIES } from "./policies/presets.ts";
import { qualityReasoning } from "./policies/quality_reasoning.ts";

/** Where `worker.reasoning` is from. */
export function reasoningOrigin(
  manifest: PodManifest,
  { worker, model: { quality } }: Profile,
  inputs: OriginInputs,
): Origin | undefined {
  const { model } = manifest;
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
  const { changes } = qualityReasoning(
    quality,
    mainModel(manifest, inputs),
    worker?.max_tokens,
  );
  const { budget } = QUALITIES[quality];
  const share = typeof manifest.worker.reasoning === "number" && budget &&
    computed(budget, model, ["model"], inputs);
  return {
    kind: "preset",
    preset: `quality = "${quality}"`,
    field: ["model", "quality"],
    ...share && share,
    ...changes.length > 0 && { changes },
  };
}

/** Where `worker.max_tokens` is from. */
export function answerOrigin(
  manifest: PodManifest,
  written: number | undefined,
  inputs: OriginInputs,
): Origin | undefined {
  if (written !== undefined) return undefined;
  const { reasoning } = manifest.worker;
  const known = mainModel(manifest, inputs);
  const { source, lowered } = answerTokens(known, undefined, reasoning);
  const bound = lowered === undefined
    ? ""
    : `, at most ${lowered.tokens}: ${lowered.from}`;
  switch (source) {
    case "budget":
      return {
        kind: "default",
        reason:
          `the budget of ${reasoning} tokens and ${ANSWER_TOKENS} for the answer${bound}`,
      };
    case "default_max_tokens":
      return lowered === undefined
        ? {
          kind: "catalog",
          file: "models",
          from: inputs.catalog.origin.models,
          entry: refOf(inputs)!,
        }
        : {
          kind: "default",
          reason: `\`default_max_tokens\` of the catalog${bound}`,
        };
    case undefined:
      return undefined;
  }
}

function refOf({ document }: OriginInputs): string | undefined {
  return document.kind === "profile"
    ? document.profile.model.ref
    : document.draft.model.ref;
}

/** The Pod's model with what the catalog knows of it. */
function mainModel(
  { model }: PodManifest,
  inputs: OriginInputs,
): KnownModel {
  const ref = refOf(inputs);
  const entry = ref === undefined
    ? undefined
    : findRef(inputs.catalog, ref, []).entry;
  return {
    ...knownModel(model),
    ...ref !== undefined && { ref },
    ...entry && { entry },
  };
}
