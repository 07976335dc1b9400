import assert from "node:assert/strict";
import { countTests } from "../../scripts/count_tests.ts";

const ROWS: readonly [string, ReturnType<typeof countTests>][] = [
  ["\nok | 3 passed (1 step) | 0 failed (99ms)\n", { passed: 3, failed: 0 }],
  ["\nok | 1 passed | 0 failed | 2 ignored (3s)\n", { passed: 1, failed: 0 }],
  [
    "FAILED | 10 passed (2 steps) | 3 failed (1 step) (1s)\nerror: Test failed\n",
    { passed: 10, failed: 3 },
  ],
  ["ok | 1 passed | 0 failed\nok | 2 passed | 1 failed", {
    passed: 2,
    failed: 1,
  }],
  ["error: Type checking failed.\n", undefined],
];

for (const [output, expected] of ROWS) {
  Deno.test(`countTests: ${JSON.stringify(output)}`, () => {
    assert.deepEqual(countTests(output), expected);
  });
}
