import type { Fraction } from "../../base/ratio.ts";
import type {
  CompactionPreset,
  CompactionRatioField,
} from "../../schema/compaction.ts";
import { tokensOf, type WindowShare } from "../window_share.ts";
import { COMPACTION_PRESETS } from "./presets.ts";
import { type CompactionSpace, roomOf } from "./request_room.ts";

/** The shares of a window that a profile writes. */
export type WrittenShares = {
  readonly [K in CompactionRatioField]?: WindowShare;
};

/** The three sizes in tokens. */
export interface CompactionSizes {
  readonly threshold: number | undefined;
  readonly request_threshold: number | undefined;
  readonly worker_context_max_tokens: number;
  /** What the preset's thresholds would be if a request needed no answer. */
  readonly unlowered?: {
    readonly threshold: number | undefined;
    readonly request_threshold: number;
  };
}

/** Tokens that the compacting worker may read by default. */
export const DEFAULT_WORKER_CONTEXT_TOKENS = 50_000;

/**
 * What is written, else the preset's shares, as tokens. A preset's
 * `request_threshold` above the room for a request becomes the room, and its
 * `threshold` follows in proportion.
 */
export function compactionSizes(
  written: WrittenShares,
  preset: CompactionPreset | undefined,
  space: CompactionSpace,
): CompactionSizes {
  const fractions = preset && COMPACTION_PRESETS[preset];
  const of = (field: CompactionRatioField, window: number) => {
    const share = written[field] ?? fractions?.[field];
    if (typeof share === "number") return share;
    // There is no share of an unknown window.
    return share === undefined || window === Infinity
      ? undefined
      : tokensOf(share, window);
  };
  const threshold = of("threshold", space.window);
  const request = of("request_threshold", space.window);
  const worker = of("worker_context_max_tokens", space.workerWindow) ??
    Math.min(DEFAULT_WORKER_CONTEXT_TOKENS, space.workerWindow);
  const sizes = {
    threshold,
    request_threshold: request,
    worker_context_max_tokens: worker,
  };
  const room = roomOf(space);
  if (
    fractions === undefined || written.request_threshold !== undefined ||
    request === undefined || request <= room || room <= 0
  ) return sizes;
  return {
    ...sizes,
    request_threshold: room,
    threshold: written.threshold === undefined
      ? tokensOf(
        quotient(fractions.threshold, fractions.request_threshold),
        room,
      )
      : threshold,
    unlowered: { threshold, request_threshold: request },
  };
}

/** `threshold`'s part of `request_threshold`. */
function quotient(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator,
    denominator: a.denominator * b.numerator,
  };
}
