import { type KnownModel, nameOf } from "../../catalog/known_model.ts";
import { I32_MAX } from "../../schema/bounds.ts";
import type { Quality } from "../../schema/model.ts";
import type { Reasoning } from "../../schema/worker.ts";
import { tokensOf } from "../window_share.ts";
import { answerLimit, largestBudget } from "./answer_limit.ts";
import { EFFORT_ORDER } from "../../schema/effort_order.ts";
import { effortLabels, nearestEffort } from "./effort_labels.ts";
import { QUALITIES } from "./presets.ts";
import { possibleKind, whyNeither } from "./reasoning_kind.ts";

/** The least budget of a model whose row says nothing. */
export const DEFAULT_MIN_BUDGET_TOKENS = 1_024;

/** What a quality comes to for a model. */
export interface QualityReasoning {
  /** What stands in the manifest; left out: nothing, the model's own default holds. */
  readonly value?: Reasoning;
  /** What the quality asks for; left out: nothing. */
  readonly wish?: Reasoning;
  /** How the wish became the value, one clause a change. */
  readonly changes: readonly string[];
  /** Why there is no value although there is a wish: a clause. */
  readonly obstacle?: string;
}

/**
 * What a quality asks of a model, as far as the model takes it and the runtime
 * sends it.
 *
 * @param maxTokens `worker.max_tokens` as it is written
 */
export function qualityReasoning(
  quality: Quality,
  known: KnownModel,
  maxTokens: number | undefined,
): QualityReasoning {
  switch (possibleKind(known)) {
    case "effort":
      return effortOf(quality, known);
    case "budget_tokens":
      return budgetOf(quality, known, maxTokens);
    case undefined:
      return { changes: [], obstacle: whyNeither(known) };
  }
}

function effortOf(quality: Quality, known: KnownModel): QualityReasoning {
  const labels = effortLabels(known.entry);
  const wish = QUALITIES[quality].effort;
  const value = nearestEffort(wish, labels);
  if (value === undefined) {
    return {
      changes: [],
      obstacle:
        `${nameOf(known)} takes ${list(labels)}, none of which is one ` +
        `of ${list(EFFORT_ORDER)}`,
    };
  }
  // Of `max` the highest label is what was wished for.
  const isWished = value === wish || quality === "max";
  return {
    wish: isWished ? value : wish,
    value,
    changes: isWished ? [] : [`${nameOf(known)} takes ${list(labels)}`],
  };
}

function budgetOf(
  quality: Quality,
  known: KnownModel,
  maxTokens: number | undefined,
): QualityReasoning {
  const { min = DEFAULT_MIN_BUDGET_TOKENS, max = Infinity } =
    known.entry?.reasoning_budget ?? {};
  const share = QUALITIES[quality].budget;
  // Nothing would be dynamic on gemini, which is more than `balanced`.
  const isLeast = share === undefined && known.model.scheme === "gemini";
  const wish = isLeast ? min : share && tokensOf(share, known.window);
  if (wish === undefined) return { changes: [] };

  const limit = answerLimit(known, maxTokens);
  const room = Math.min(largestBudget(limit), I32_MAX);
  const changes: string[] = [];
  let value = wish;
  if (value < min) {
    value = min;
    changes.push(`raised to ${min}, the least that the model takes`);
  }
  if (value > max) {
    value = max;
    changes.push(`lowered to ${max}, the most that the model takes`);
  }
  if (value > room) {
    value = room;
    changes.push(
      `lowered to ${room}, which leaves ${limit.tokens - room} of ` +
        `${limit.tokens} tokens (${limit.from}) for the answer`,
    );
  }
  if (value >= min) return { wish, value, changes };
  return {
    wish,
    changes: [],
    obstacle: `${nameOf(known)} takes no budget below ${min} tokens, and ` +
      `${limit.from} of ${limit.tokens} tokens leaves ${Math.max(room, 0)}`,
  };
}

function list(labels: readonly string[]): string {
  return labels.map((label) => `\`${label}\``).join(", ");
}
