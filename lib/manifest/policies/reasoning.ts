import type { ResolvedModel } from "../../catalog/resolve_model.ts";
import type { Problem } from "../../base/problem.ts";
import type { ReasoningControl } from "../../schema/capability.ts";
import type { PinnedModel, Quality } from "../../schema/model.ts";
import type { Reasoning, WorkerInput } from "../../schema/worker.ts";
import { tokensOf } from "../window_share.ts";
import { QUALITIES, QUALITY_MIN_BUDGET_TOKENS } from "./presets.ts";

/**
 * `worker.reasoning`: what is written, a ratio as tokens of the window, else
 * what the model's quality means for this model.
 */
export function reasoning(
  written: WorkerInput["reasoning"],
  quality: Quality | undefined,
  main: ResolvedModel,
  report: (problem: Problem) => void,
): Reasoning | undefined {
  const { model, window } = main;
  // Without a model there is an error already, and nothing to compute with.
  if (!model || window === undefined) return undefined;
  if (written === undefined) {
    return quality && reasoningOfQuality(quality, model, window);
  }
  const problem = unsuitable(written, model, main.ref ?? model.model_id);
  if (problem) report(problem);
  return typeof written === "string" ? written : tokensOf(written, window);
}

/** What a quality asks of a model; `undefined`: nothing, its default holds. */
export function reasoningOfQuality(
  quality: Quality,
  model: PinnedModel,
  window: number,
): Reasoning | undefined {
  const { effort, budget } = QUALITIES[quality];
  switch (model.capability?.reasoning) {
    case "effort":
    case "both":
      return effort;
    case "budget_tokens":
      return budget &&
        Math.max(QUALITY_MIN_BUDGET_TOKENS, tokensOf(budget, window));
    case undefined:
      return undefined;
  }
}

const TAKES: Readonly<Record<ReasoningControl, string>> = {
  effort: "an effort label, not a token budget",
  budget_tokens: "a token budget, not an effort label",
  both: "either",
};

function unsuitable(
  written: NonNullable<WorkerInput["reasoning"]>,
  model: PinnedModel,
  named: string,
): Problem | undefined {
  const control = model.capability.reasoning;
  const fits = control === "both" ||
    control === (typeof written === "string" ? "effort" : "budget_tokens");
  if (fits) return undefined;

  const name = `\`${named}\``;
  const path = ["worker", "reasoning"];
  if (control === "effort" && typeof written === "object") {
    return {
      code: "reasoning-ratio",
      severity: "error",
      message:
        `\`worker.reasoning\` cannot be a ratio of the window: ${name} takes ${TAKES.effort}`,
      path,
      help: 'write an effort, as `reasoning = "high"`',
    };
  }
  return {
    code: "reasoning-unsupported",
    severity: "warning",
    message: `\`worker.reasoning\` may have no effect: ${name} ${
      control ? `takes ${TAKES[control]}` : "has no reasoning control"
    }`,
    path,
    help: control
      ? 'leave it out and write `quality = "high"` in `model`: it becomes what the model takes'
      : "leave it out, or choose a model with reasoning",
  };
}
