import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { floorShare, fractionOf } from "../../lib/base/ratio.ts";

for (
  const [ratio, numerator, denominator] of [
    [0.29, 29, 100],
    [0.4, 2, 5],
    [0.5, 1, 2],
    [25 / 34, 25, 34],
    [25 / 136, 25, 136],
    [1 / 3, 1, 3],
    [1, 1, 1],
    [3, 3, 1],
    [2.5, 5, 2],
  ] as const
) {
  Deno.test(`fractionOf: ${ratio} is ${numerator}/${denominator}`, () => {
    const fraction = fractionOf(ratio);
    assert.equal(numerator / denominator, ratio);
    assert.deepEqual(fraction, { numerator, denominator });
  });
}

const positive = fc.double({
  min: 2 ** -50,
  max: 2 ** 50,
  noNaN: true,
});

Deno.test("fractionOf: the quotient is the ratio again", () => {
  fc.assert(
    fc.property(positive, (ratio) => {
      const { numerator, denominator } = fractionOf(ratio);
      assert.equal(numerator / denominator, ratio);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("fractionOf: finds any fraction of two moderate numbers back", () => {
  const moderate = fc.integer({ min: 1, max: 2 ** 25 });
  fc.assert(fc.property(moderate, moderate, (n, d) => {
    const fraction = fractionOf(n / d);
    assert.equal(fraction.numerator * d, fraction.denominator * n);
    assert(fraction.denominator <= d);
  }));
});

Deno.test("fractionOf: no smaller denominator rounds to the ratio", () => {
  const small = fc.integer({ min: 1, max: 3000 });
  const nudged = fc.tuple(small, small, fc.integer({ min: -3, max: 3 }))
    .map(([n, d, ulps]) => n / d * (1 + ulps * 2 ** -52));
  fc.assert(fc.property(nudged, (ratio) => {
    const { denominator } = fractionOf(ratio);
    for (let q = 1; q < Math.min(denominator, 3000); q++) {
      assert.notEqual(Math.round(ratio * q) / q, ratio);
    }
  }));
});

Deno.test("fractionOf: a ratio too small for any window still gives 0 tokens", () => {
  for (const ratio of [2 ** -60, 1e-300, Number.MIN_VALUE]) {
    const { numerator, denominator } = fractionOf(ratio);
    assert.equal(
      floorShare(Number.MAX_SAFE_INTEGER, numerator, denominator),
      0,
    );
  }
});

for (const ratio of [0, -1, NaN, Infinity]) {
  Deno.test(`fractionOf: refuses ${ratio}`, () => {
    assert.throws(() => fractionOf(ratio), RangeError);
  });
}

Deno.test("floorShare: the presets on 272000 tokens", () => {
  assert.equal(floorShare(272000, 25, 34), 200000);
  assert.equal(floorShare(272000, 15, 17), 240000);
  assert.equal(floorShare(272000, 25, 68), 100000);
  assert.equal(floorShare(272000, 25, 136), 50000);
});

Deno.test("floorShare: exact where doubles are not", () => {
  assert.equal(floorShare(100, 29, 100), 29);
  assert.equal(Math.floor(100 * 0.29), 28);
  const window = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  const term = fc.integer({ min: 1, max: 2 ** 31 });
  fc.assert(fc.property(window, term, term, (w, a, b) => {
    const [n, d] = a < b ? [a, b] : [b, a];
    const share = BigInt(floorShare(w, n, d));
    const exact = BigInt(w) * BigInt(n);
    assert(share * BigInt(d) <= exact && exact < (share + 1n) * BigInt(d));
  }));
});
