import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import type { ResolvedModel } from "../../catalog/resolve_model.ts";
import type {
  Compaction,
  CompactionRatioField,
} from "../../schema/compaction.ts";
import { greatestRatioFor, smallestRatioFor } from "../window_share.ts";

/** Room that an answer needs, however small the written reserve is. */
export const ANSWER_RESERVE_TOKENS = 1024;

/** The least a compacting worker can do its work with. */
export const WORKER_CONTEXT_MIN_TOKENS = 8000;

/** Where a field's value was written: the field itself, or the preset. */
type PathOf = (field: CompactionRatioField) => FieldPath;
type Report = (problem: Problem) => void;

/** `threshold < request_threshold`: between turns comes before within one. */
export function checkCompactionOrder(
  section: Compaction,
  main: ResolvedModel,
  pathOf: PathOf,
  report: Report,
): void {
  const { threshold, request_threshold: request } = section;
  if (threshold === undefined || request === undefined) return;
  if (threshold < request) return;
  report({
    code: "compaction-order",
    severity: "error",
    message:
      `\`compaction.threshold\` is not below \`compaction.request_threshold\`: ` +
      `${threshold} and ${request} tokens`,
    path: pathOf("threshold"),
    ...main.window !== undefined && {
      help: `a \`threshold\` ${
        atMost(greatestRatioFor(request - 1, main.window), main.window)
      }`,
    },
  });
}

/** `request_threshold` leaves the answer its room in the window. */
export function checkRequestRoom(
  section: Compaction,
  { window }: ResolvedModel,
  pathOf: PathOf,
  report: Report,
): void {
  const request = section.request_threshold;
  if (request === undefined || window === undefined) return;
  const reserve = Math.max(section.final_reserve_tokens, ANSWER_RESERVE_TOKENS);
  const limit = window - reserve;
  if (request <= limit) return;
  report({
    code: "compaction-window",
    severity: "error",
    message:
      `\`compaction.request_threshold\` leaves too little of the context window: ` +
      `${request} tokens, at most ${Math.max(limit, 0)} ` +
      `(${window} less ${reserve} for the answer)`,
    path: pathOf("request_threshold"),
    help: limit > 0
      ? `a \`request_threshold\` ${
        atMost(greatestRatioFor(limit, window), window)
      }`
      : "lower `final_reserve_tokens`, or choose a model with a larger window",
  });
}

/** The compacting worker has enough to work with, and no more than its window. */
export function checkWorkerContext(
  section: Compaction,
  { model, ref, window }: ResolvedModel,
  pathOf: PathOf,
  report: Report,
): void {
  if (window === undefined) return;
  const written = section.worker_context_max_tokens;
  const isTooLow = written < WORKER_CONTEXT_MIN_TOKENS;
  if (!isTooLow && written <= window) return;
  const name = `\`${ref ?? model?.model_id}\``;
  report({
    code: "compaction-worker-window",
    severity: "error",
    message: `\`compaction.worker_context_max_tokens\` is too ` +
      `${isTooLow ? "low" : "high"}: ${written} tokens, from ` +
      `${WORKER_CONTEXT_MIN_TOKENS} to ${window}, the window of ${name}`,
    path: pathOf("worker_context_max_tokens"),
    help: window < WORKER_CONTEXT_MIN_TOKENS
      ? "choose a `compaction.model` with a larger window"
      : isTooLow
      ? `a ratio ${
        atLeast(smallestRatioFor(WORKER_CONTEXT_MIN_TOKENS, window), window)
      }`
      : `a ratio ${atMost(greatestRatioFor(window, window), window)}`,
  });
}

function atMost(ratio: number | undefined, window: number): string {
  return ratio === undefined
    ? `below 0.001 of the ${window} tokens fits`
    : `of at most ${ratio} of the ${window} tokens fits`;
}

function atLeast(ratio: number | undefined, window: number): string {
  return ratio === undefined
    ? `below 1 is too low for ${window} tokens: write ${WORKER_CONTEXT_MIN_TOKENS}`
    : `of at least ${ratio} of the ${window} tokens fits`;
}
