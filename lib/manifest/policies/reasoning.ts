import type { Problem } from "../../base/problem.ts";
import { isKnown, type KnownModel, nameOf } from "../../catalog/known_model.ts";
import type { ResolvedModel } from "../../catalog/resolve_model.ts";
import { I32_MAX } from "../../schema/bounds.ts";
import type { Quality } from "../../schema/model.ts";
import type { WindowRatio } from "../../schema/ratio.ts";
import type { Reasoning, WorkerInput } from "../../schema/worker.ts";
import { tokensOf } from "../window_share.ts";
import { answerOriginOf, answerTokens } from "./answer_limit.ts";
import { checkMaxTokens } from "./max_tokens_rules.ts";
import { qualityReasoning } from "./quality_reasoning.ts";
import { SENT_KIND } from "./reasoning_kind.ts";
import { assumed, checkReasoning } from "./reasoning_rules.ts";
import { checkSampling } from "./sampling_rules.ts";

type Report = (problem: Problem) => void;

/** How much the model thinks, and what thinking and answer may have together. */
export interface Thinking {
  readonly reasoning?: Reasoning | undefined;
  readonly max_tokens?: number | undefined;
  /** Where `max_tokens` is from: a clause. */
  readonly answerFrom: string;
}

/**
 * `worker.reasoning` and `worker.max_tokens`: what is written, a ratio as tokens
 * of the window, else what the model's quality means for this model; and room
 * for the answer beside it.
 */
export function thinking(
  worker: WorkerInput,
  quality: Quality | undefined,
  main: ResolvedModel,
  report: Report,
): Thinking {
  const { max_tokens: written } = worker;
  // Without a model there is an error already, and nothing to compute with.
  if (!isKnown(main)) return { max_tokens: written, answerFrom: "" };
  checkMaxTokens(written, main, "error", report);
  const reasoning = worker.reasoning === undefined
    ? quality && reasoningOfQuality(quality, written, main, report)
    : typeof worker.reasoning === "object"
    ? tokensOfRatio(worker.reasoning, main, report)
    : worker.reasoning;
  const answer = answerTokens(main, written, reasoning);
  const { tokens: maxTokens } = answer;
  if (worker.reasoning !== undefined && reasoning !== undefined) {
    checkReasoning(reasoning, maxTokens, main, report);
  }
  checkSampling({ ...worker, reasoning }, main, report);
  return {
    reasoning,
    max_tokens: maxTokens,
    answerFrom: answerOriginOf(written, answer),
  };
}

function reasoningOfQuality(
  quality: Quality,
  maxTokens: number | undefined,
  known: KnownModel,
  report: Report,
): Reasoning | undefined {
  const { value, wish, changes, obstacle } = qualityReasoning(
    quality,
    known,
    maxTokens,
  );
  const path = ["model", "quality"];
  if (obstacle !== undefined) {
    report(
      known.isCapabilityAssumed
        ? assumed(known, `\`quality = "${quality}"\` has no effect`, path)
        : {
          code: "quality-without-effect",
          severity: "warning",
          message: `\`quality = "${quality}"\` has no effect: ${obstacle}`,
          path,
          help: wish === undefined
            ? "leave it out, or choose another model"
            : "leave it out, or write a larger `worker.max_tokens`",
        },
    );
  } else if (changes.length > 0) {
    report({
      code: "quality-adjusted",
      severity: "note",
      message: typeof value === "string"
        ? `\`quality = "${quality}"\` asks for the effort \`${wish}\` and ` +
          `gets \`${value}\`: ${changes.join(", then ")}`
        : `\`quality = "${quality}"\` asks for a budget of ${wish} tokens and ` +
          `gets ${value}: ${changes.join(", then ")}`,
      path,
    });
  }
  return value;
}

function tokensOfRatio(
  ratio: WindowRatio,
  known: KnownModel,
  report: Report,
): Reasoning | undefined {
  const { model, window } = known;
  const path = ["worker", "reasoning"];
  const onlyEffort = SENT_KIND[model.scheme] === "effort"
    ? `on the scheme \`${model.scheme}\` the runtime sends an effort label only`
    : model.capability.reasoning === "effort"
    ? `${nameOf(known)} takes an effort label, not a token budget`
    : undefined;
  const tokens = tokensOf(ratio, window);
  if (onlyEffort === undefined && tokens <= I32_MAX) return tokens;
  report({
    code: "reasoning-ratio",
    severity: "error",
    message: onlyEffort !== undefined
      ? `\`worker.reasoning\` cannot be a ratio of the window: ${onlyEffort}`
      : `\`worker.reasoning\` comes to ${tokens} tokens: at most ${I32_MAX}`,
    path,
    help: onlyEffort !== undefined
      ? 'write an effort, as `reasoning = "high"`'
      : "write a smaller ratio, or tokens",
  });
  return undefined;
}
