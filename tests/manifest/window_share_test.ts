import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import {
  explainShare,
  greatestRatioFor,
  smallestRatioFor,
  tokensOf,
} from "../../lib/manifest/window_share.ts";

const window = fc.integer({ min: 1, max: 2 ** 53 - 1 });

Deno.test("tokensOf: a quotient computed in Lua is that fraction, exactly", () => {
  const fraction = fc.tuple(
    fc.integer({ min: 1, max: 2000 }),
    fc.integer({ min: 2, max: 2000 }),
  ).filter(([p, q]) => p < q);
  fc.assert(fc.property(window, fraction, (window, [p, q]) => {
    const exact = Number(BigInt(window) * BigInt(p) / BigInt(q));
    assert.equal(tokensOf({ ratio: p / q }, window), exact);
    assert.equal(tokensOf({ numerator: p, denominator: q }, window), exact);
  }));
});

Deno.test("tokensOf: tokens that are written out stay", () => {
  assert.equal(tokensOf(-1, 272000), -1);
  assert.equal(tokensOf(10 ** 9, 272000), 10 ** 9);
});

Deno.test("explainShare: names the fraction meant", () => {
  assert.equal(explainShare({ ratio: 0.29 }, 100), "29/100 of 100 tokens");
  assert.equal(
    explainShare({ numerator: 25, denominator: 34 }, 272000),
    "25/34 of 272000 tokens",
  );
  assert.equal(explainShare(5, 272000), undefined);
});

Deno.test("greatestRatioFor: fits, and a step more does not", () => {
  const tokens = fc.integer({ min: -5, max: 2 ** 53 - 1 });
  fc.assert(fc.property(tokens, window, (tokens, window) => {
    const ratio = greatestRatioFor(tokens, window);
    const steps = Math.round((ratio ?? 0) * 1000);
    if (ratio !== undefined) {
      assert.ok(tokensOf({ ratio }, window) <= tokens);
    }
    if (steps < 999) {
      assert.ok(tokensOf({ ratio: (steps + 1) / 1000 }, window) > tokens);
    }
  }));
});

Deno.test("smallestRatioFor: is enough, and a step less is not", () => {
  const tokens = fc.integer({ min: 1, max: 2 ** 53 - 1 });
  fc.assert(fc.property(tokens, window, (tokens, window) => {
    const ratio = smallestRatioFor(tokens, window);
    const steps = ratio === undefined ? 1000 : Math.round(ratio * 1000);
    if (ratio !== undefined) {
      assert.ok(tokensOf({ ratio }, window) >= tokens);
    }
    if (steps > 1) {
      assert.ok(tokensOf({ ratio: (steps - 1) / 1000 }, window) < tokens);
    }
  }));
});
