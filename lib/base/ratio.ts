/** A positive ratio as two whole numbers without a common divisor. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The fraction a person meant by a decimal or a quotient: of all fractions that
 * round to this double, the simplest. So `0.29` is 29/100, and `25 / 34`
 * computed in Lua is 25/34 again, which makes shares of a window exact.
 *
 * @param ratio positive and finite. Below 2^-53 the denominator is only the
 * nearest double; such a share of any window is 0 all the same
 *
 * @example
 * ```ts
 * import { fractionOf } from "./ratio.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(fractionOf(25 / 34), { numerator: 25, denominator: 34 });
 * ```
 */
export function fractionOf(ratio: number): Fraction {
  if (!(ratio > 0 && ratio < Infinity)) {
    throw new RangeError(`not a positive finite ratio: ${ratio}`);
  }
  const { mantissa, exponent } = parts(ratio);
  // The reals that round to `ratio` reach half-way to its neighbours. In
  // quarters of its last binary place: 2 up; 2 down, but 1 below a power of
  // two, where doubles lie twice as dense. Ties go to the even mantissa.
  const isPowerOfTwo = mantissa === 1n << 52n && exponent > -1074;
  const low = 4n * mantissa - (isPowerOfTwo ? 1n : 2n);
  const high = 4n * mantissa + 2n;
  const scale = exponent - 2;
  const up = scale > 0 ? 1n << BigInt(scale) : 1n;
  const down = scale < 0 ? 1n << BigInt(-scale) : 1n;
  const [numerator, denominator] = simplestBetween(
    [low * up, down],
    [high * up, down],
    mantissa % 2n === 0n,
  );
  return {
    numerator: Number(numerator),
    // Of the very smallest doubles it is beyond the largest one.
    denominator: Math.min(Number(denominator), Number.MAX_VALUE),
  };
}

/**
 * `floor(window * numerator / denominator)`, exactly.
 *
 * @param window a whole number of tokens
 *
 * @example
 * ```ts
 * import { floorShare } from "./ratio.ts";
 * import assert from "node:assert/strict";
 * assert.equal(floorShare(272000, 25, 34), 200000);
 * ```
 */
export function floorShare(
  window: number,
  numerator: number,
  denominator: number,
): number {
  return Number(BigInt(window) * BigInt(numerator) / BigInt(denominator));
}

/** A positive double as `mantissa * 2^exponent`. */
function parts(value: number): { mantissa: bigint; exponent: number } {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const biased = Number(raw >> 52n);
  const fraction = raw & ((1n << 52n) - 1n);
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

type Rational = readonly [numerator: bigint, denominator: bigint];

/** The fraction with the smallest denominator between two positive ones. */
function simplestBetween(
  low: Rational,
  high: Rational,
  closed: boolean,
): Rational {
  const whole = low[0] / low[1];
  const exact = whole * low[1] === low[0];
  if (exact && closed) return [whole, 1n];
  const next = whole + 1n;
  const reaches = next * high[1] - high[0];
  if (reaches < 0n || (reaches === 0n && closed)) return [next, 1n];
  // Both lie between `whole` and the next integer: look at the reciprocals of
  // what is left, one step of the continued fraction.
  const rest: Rational = [low[0] - whole * low[1], low[1]];
  const highRest: Rational = [high[0] - whole * high[1], high[1]];
  const [n, d] = exact
    // Open at an integer: the reciprocal has no upper bound, so the smallest
    // integer above 1/high will do.
    ? [highRest[1] / highRest[0] + 1n, 1n]
    : simplestBetween(
      [highRest[1], highRest[0]],
      [rest[1], rest[0]],
      closed,
    );
  return [whole * n + d, n];
}
