import type { Fraction } from "../../base/ratio.ts";
import type {
  CompactionPreset,
  CompactionRatioField,
} from "../../schema/compaction.ts";
import type { MemoryPreset } from "../../schema/memory.ts";
import type { Quality } from "../../schema/model.ts";

function fraction(numerator: number, denominator: number): Fraction {
  return { numerator, denominator };
}

/**
 * Parts of the effective context window, exact. `long_coding` comes to 200000,
 * 240000 and 100000 of codex-oauth/gpt-5.5's 272000 tokens, which is where its
 * odd fractions are from.
 */
export const COMPACTION_PRESETS: Readonly<
  Record<CompactionPreset, Readonly<Record<CompactionRatioField, Fraction>>>
> = {
  long_coding: {
    threshold: fraction(25, 34),
    request_threshold: fraction(15, 17),
    worker_context_max_tokens: fraction(25, 68),
  },
  research: {
    threshold: fraction(13, 20),
    request_threshold: fraction(4, 5),
    worker_context_max_tokens: fraction(1, 3),
  },
  balanced: {
    threshold: fraction(3, 5),
    request_threshold: fraction(3, 4),
    worker_context_max_tokens: fraction(3, 10),
  },
  frugal: {
    threshold: fraction(2, 5),
    request_threshold: fraction(1, 2),
    worker_context_max_tokens: fraction(1, 5),
  },
};

/** What a memory preset fills in: a part of the window, files, bytes. */
export const MEMORY_PRESETS: Readonly<
  Record<MemoryPreset, {
    readonly extract_threshold: Fraction;
    readonly consolidation_threshold_files: number;
    readonly consolidation_threshold_bytes: number;
  }>
> = {
  long_context: {
    // 50000 of codex-oauth/gpt-5.5's 272000 tokens.
    extract_threshold: fraction(25, 136),
    consolidation_threshold_files: 5,
    consolidation_threshold_bytes: 50000,
  },
  light: {
    extract_threshold: fraction(1, 4),
    consolidation_threshold_files: 10,
    consolidation_threshold_bytes: 100000,
  },
};

/**
 * What a quality wishes for, of a model that takes an effort and of one that
 * takes a token budget. No budget: the model's own default.
 */
export const QUALITIES: Readonly<
  Record<Quality, { readonly effort: string; readonly budget?: Fraction }>
> = {
  low: { effort: "low" },
  balanced: { effort: "medium", budget: fraction(1, 50) },
  high: { effort: "high", budget: fraction(2, 25) },
  max: { effort: "max", budget: fraction(4, 25) },
};
