import {
  either,
  ratio,
  type Schema,
  schemaOf,
  table,
  wholeNumber,
} from "./schema.ts";

/** A part of a context window, `0 < ratio < 1`; becomes `floor(window * ratio)` tokens. */
export interface WindowRatio {
  /** Between 0 and 1, neither of them. */
  readonly ratio: number;
}

/** A number of tokens, or a part of the model's effective context window. */
export type TokensOrRatio = number | WindowRatio;

/** Schema of {@linkcode WindowRatio}. */
export const WindowRatioSchema: Schema<WindowRatio> = schemaOf<WindowRatio>()(
  table({ ratio: ratio().describe("Part of the model's context window") }),
);

/** Schema of {@linkcode TokensOrRatio}. */
export const TokensOrRatioSchema: Schema<TokensOrRatio> = either(
  wholeNumber(),
  WindowRatioSchema,
);
