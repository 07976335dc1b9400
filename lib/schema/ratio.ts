/** A part of a context window, `0 < ratio < 1`; becomes `floor(window * ratio)` tokens. */
export interface WindowRatio {
  readonly ratio: number;
}

/** A number of tokens, or a part of the model's effective context window. */
export type TokensOrRatio = number | WindowRatio;
