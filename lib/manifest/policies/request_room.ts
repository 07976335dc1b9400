import type { PinnedModel } from "../../schema/model.ts";

/** What the runtime sends as the longest answer on `anthropic` when it is unset. */
const RUNTIME_ANSWER_TOKENS = 4_096;

/**
 * The tokens of the window that a request sets aside for its answer.
 *
 * @param maxTokens `worker.max_tokens` of the manifest
 */
export function sentTokens(
  { auth, scheme }: PinnedModel,
  maxTokens: number | undefined,
): number {
  // With this login the runtime never sends it.
  if (auth.kind === "codex_oauth") return 0;
  return maxTokens ?? (scheme === "anthropic" ? RUNTIME_ANSWER_TOKENS : 0);
}

/** Where a compaction section has to fit. All tokens; `Infinity` where unknown. */
export interface CompactionSpace {
  /** Effective window of the Pod's model. */
  readonly window: number;
  /** What input and answer share. */
  readonly contextWindow: number;
  /** What a request sets aside for its answer. */
  readonly sent: number;
  /** Effective window of the model that compacts. */
  readonly workerWindow: number;
}

/** Tokens that a request may have. */
export function roomOf({ window, contextWindow, sent }: CompactionSpace) {
  return Math.min(window, contextWindow - sent);
}
