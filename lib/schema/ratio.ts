import type { FieldType, SectionType } from "./field.ts";
import {
  byForm,
  either,
  oneOf,
  positiveNumber,
  ratio,
  section,
  wholeNumber,
} from "./field_types.ts";

/** A part of a context window, `0 < ratio < 1`; becomes `floor(window * ratio)` tokens. */
export interface WindowRatio {
  /** Between 0 and 1, neither of them. */
  readonly ratio: number;
}

/** A number of tokens, or a part of the model's effective context window. */
export type TokensOrRatio = number | WindowRatio;

/** A part of a context window. */
export const WINDOW_RATIO: SectionType<WindowRatio> = section<WindowRatio>({
  ratio: {
    type: ratio(),
    description:
      "Share of the effective context window, between 0 and 1 (exclusive)",
    required: "always",
    example: 0.75,
  },
});

/** How much of a window a role uses, by name, in tokens. */
export const CONTEXT_BUDGETS = {
  small: 64_000,
  medium: 128_000,
  large: 256_000,
} as const;

/**
 * The most of a context window that a role should use: a name, tokens, or a part
 * of the window, as a number below 1 or as a `ratio`.
 */
export type ContextBudget =
  | "small"
  | "medium"
  | "large"
  | number
  | WindowRatio;

/** What {@linkcode ContextBudget} takes, where people write it. */
export const CONTEXT_BUDGET: FieldType<ContextBudget> = either(
  oneOf("small", "medium", "large"),
  positiveNumber(),
  WINDOW_RATIO,
);

/** Tokens in a manifest; tokens or a part of a context window in a profile. */
export const WINDOW_SHARE: FieldType<number, TokensOrRatio> = byForm({
  output: wholeNumber(),
  input: either(wholeNumber(), WINDOW_RATIO),
});
