import type { DiagnosticCode } from "../../base/diagnostic_codes.ts";
import type { Compaction } from "../../schema/compaction.ts";
import { greatestRatioFor, smallestRatioFor } from "../window_share.ts";
import type { CompactionSpace } from "./request_room.ts";

/** Room that an answer needs, however much is left for a request. */
const ANSWER_RESERVE_TOKENS = 1024;

/** A rule that a compaction section breaks. */
export interface Violation {
  readonly code: DiagnosticCode;
  /** The fields that are compared, the one to change first. */
  readonly fields: Fields;
  /** Whose window it is about. */
  readonly whose: "main" | "worker";
  readonly message: string;
  readonly help: string;
}

/** The figures that rules compare; those that are not there are not compared. */
export type Figures =
  & Pick<
    Compaction,
    | "worker_context_max_tokens"
    | "final_reserve_tokens"
    | "finish_warning_remaining_tokens"
    | "retained_tokens"
    | "summary_max_tokens"
    | "auto_read_budget_tokens"
  >
  & {
    readonly threshold?: number | undefined;
    readonly request_threshold?: number | undefined;
  };

type Fields = readonly (keyof Compaction)[];

const ORDER: Fields = ["threshold", "request_threshold"];
const REMAINS: Fields = [
  "request_threshold",
  "retained_tokens",
  "summary_max_tokens",
  "auto_read_budget_tokens",
];

/** The fields that a rule compares, by its code. */
export const COMPARED: Partial<Record<DiagnosticCode, Fields>> = {
  "compaction-order": ORDER,
  "compaction-window": ORDER,
  "compaction-worker-window": [
    "worker_context_max_tokens",
    "final_reserve_tokens",
    "finish_warning_remaining_tokens",
  ],
  "compaction-remains": REMAINS,
  "compaction-room": ["request_threshold"],
};

/** Every rule that a section breaks, in the order of the fields. */
export function brokenRules(
  figures: Figures,
  space: CompactionSpace,
): readonly Violation[] {
  return [
    thresholdOrder(figures, space),
    thresholdWindow(figures, space),
    workerWindow(figures, space),
    workerReserve("finish_warning_remaining_tokens", figures),
    workerReserve("final_reserve_tokens", figures),
    remains(figures, space),
  ].filter((violation) => violation !== undefined);
}

/** Between turns comes before within one. */
function thresholdOrder(
  { threshold, request_threshold: request }: Figures,
  { window }: CompactionSpace,
): Violation | undefined {
  if (threshold === undefined || request === undefined) return undefined;
  if (threshold < request) return undefined;
  return {
    code: "compaction-order",
    fields: ORDER,
    whose: "main",
    message:
      "`compaction.threshold` is not below `compaction.request_threshold`: " +
      `${threshold} and ${request} tokens`,
    help: `a \`threshold\` ${atMost(request - 1, window)}`,
  };
}

/** An answer needs room in the window, too. */
function thresholdWindow(
  figures: Figures,
  { window }: CompactionSpace,
): Violation | undefined {
  const field = figures.request_threshold === undefined
    ? "threshold"
    : "request_threshold";
  const tokens = figures[field];
  const limit = window - ANSWER_RESERVE_TOKENS;
  if (tokens === undefined || tokens <= limit) return undefined;
  return {
    code: "compaction-window",
    fields: [field],
    whose: "main",
    message: `\`compaction.${field}\` leaves too little of the context ` +
      `window: ${tokens} tokens, at most ${
        Math.max(limit, 0)
      } (${window} less ` +
      `${ANSWER_RESERVE_TOKENS} for the answer)`,
    help: limit > 0
      ? `a \`${field}\` ${atMost(limit, window)}`
      : "choose a model with a larger window",
  };
}

/** The compacting worker cannot read more than its model takes. */
function workerWindow(
  { worker_context_max_tokens: tokens }: Figures,
  { workerWindow: window }: CompactionSpace,
): Violation | undefined {
  if (tokens <= window) return undefined;
  return {
    code: "compaction-worker-window",
    fields: ["worker_context_max_tokens"],
    whose: "worker",
    message: "`compaction.worker_context_max_tokens` is more than the window " +
      `of the model that compacts: ${tokens} tokens, at most ${window}`,
    help: `a \`worker_context_max_tokens\` ${atMost(window, window)}`,
  };
}

/** What it keeps for its end is less than what it has. */
function workerReserve(
  field: "finish_warning_remaining_tokens" | "final_reserve_tokens",
  figures: Figures,
): Violation | undefined {
  const { worker_context_max_tokens: context } = figures;
  const tokens = figures[field];
  if (tokens < context) return undefined;
  return {
    code: "compaction-worker-window",
    fields: ["worker_context_max_tokens", field],
    whose: "worker",
    message: `\`compaction.worker_context_max_tokens\` is not above ` +
      `\`compaction.${field}\`: ${context} and ${tokens} tokens`,
    help:
      `a \`worker_context_max_tokens\` of at least ${tokens + 1} tokens, or ` +
      `a \`${field}\` of at most ${Math.max(context - 1, 0)}`,
  };
}

/** What compaction leaves is below what starts it; the runtime gives up otherwise. */
function remains(
  figures: Figures,
  { window }: CompactionSpace,
): Violation | undefined {
  const {
    request_threshold: request,
    retained_tokens: retained,
    summary_max_tokens: summary,
    auto_read_budget_tokens: read,
  } = figures;
  const left = retained + summary + read;
  if (request === undefined || left < request) return undefined;
  return {
    code: "compaction-remains",
    fields: REMAINS,
    whose: "main",
    message: "what compaction leaves is not below " +
      `\`compaction.request_threshold\`, and the runtime would give up: ` +
      `${left} tokens (\`retained_tokens\` ${retained}, ` +
      `\`summary_max_tokens\` ${summary}, \`auto_read_budget_tokens\` ${read}) ` +
      `and ${request}`,
    help: `a \`request_threshold\` ${atLeast(left + 1, window)}, or less of ` +
      "the three",
  };
}

function atMost(tokens: number, window: number): string {
  const ratio = window === Infinity
    ? undefined
    : greatestRatioFor(tokens, window);
  return tokens < 0
    ? `below 0 would be wanted: nothing fits ${window} tokens`
    : `of at most ${tokens} tokens fits` +
      (ratio === undefined ? "" : `, or a ratio of at most ${ratio}`);
}

function atLeast(tokens: number, window: number): string {
  const ratio = window === Infinity
    ? undefined
    : smallestRatioFor(tokens, window);
  return `of at least ${tokens} tokens fits` +
    (ratio === undefined ? "" : `, or a ratio of at least ${ratio}`);
}
