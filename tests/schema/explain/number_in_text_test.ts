import assert from "node:assert/strict";
import { numberInText } from "../../../lib/schema/explain/number_in_text.ts";
import type { Unit } from "../../../lib/schema/field.ts";

for (
  const [text, unit, expected] of [
    ["4096", "tokens", { plain: true, value: 4096 }],
    ["200k", "tokens", { plain: false, value: 200_000 }],
    ["1.5M", "tokens", { plain: false, value: 1_500_000 }],
    ["64k", "bytes", { plain: false, value: 65_536 }],
    ["64KiB", "bytes", { plain: false, value: 65_536 }],
    ["30s", "seconds", { plain: false, value: 30 }],
    ["2m", "seconds", { plain: false, value: 120 }],
    ["8000 tokens", "tokens", { plain: false, value: 8000 }],
    ["3 turns", "turns", { plain: false, value: 3 }],
    ["1_000", "tokens", { plain: false, value: 1000 }],
    ["200,000", "tokens", { plain: false, value: 200_000 }],
    ["50%", "tokens", { plain: false, value: 50, share: 0.5 }],
    ["12.5 %", undefined, { plain: false, value: 12.5, share: 0.125 }],
    ["150%", "tokens", undefined],
    ["many", "tokens", undefined],
    ["30x", "tokens", undefined],
    ["k", "tokens", undefined],
  ] as const satisfies readonly (readonly [string, Unit | undefined, unknown])[]
) {
  Deno.test(`numberInText reads ${text} as a number of ${unit}`, () => {
    assert.deepEqual(numberInText(text, unit), expected);
  });
}
