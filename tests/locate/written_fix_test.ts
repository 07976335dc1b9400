import assert from "node:assert/strict";
import type { Fix } from "../../lib/base/fix.ts";
import { writtenFix } from "../../lib/locate/written_fix.ts";

const key = (put: string): Fix => ({ replace: "key", put });
const value = (put: Fix["put"]): Fix => ({ replace: "value", put });

const ROWS: readonly (readonly [Fix, current: string, text?: string])[] = [
  [key("reasoning"), "reasonning", "reasoning"],
  [key("reasoning"), '"reasonning"', '"reasoning"'],
  [key("reasoning"), "'reasonning'", "'reasoning'"],
  [key("reasoning"), '["reasonning"]'],
  [key("not a name"), "reasonning"],
  [value("high"), '"hihg"', '"high"'],
  [value("high"), "'hihg'", "'high'"],
  [value("acme/big"), '"acne/big"', '"acme/big"'],
  [value("$insomnia/default"), '"default"', '"$insomnia/default"'],
  // A variable, a call, a long string, a string of several parts.
  [value("high"), "EFFORT"],
  [value("high"), 'effort("hihg")'],
  [value("high"), "[[hihg]]"],
  [value("high"), '"hi" .. "hg"'],
  [value("high"), '"hi\\"hg"'],
  [value("high"), "3"],
  [value('say "hi"'), '"hi"'],
  [value("a\nb"), '"hi"'],
  [value(8), "7", "8"],
  [value(0.5), '"50%"', "0.5"],
  [value(true), '"true"', "true"],
  [value({ ratio: 0.5 }), "0.5"],
  [value(8), "limit"],
];

for (const [fix, current, text] of ROWS) {
  Deno.test(`writtenFix: ${JSON.stringify(fix.put)} for ${current}`, () => {
    const expected = text === undefined ? fix : { ...fix, text };
    assert.deepEqual(writtenFix(fix, current), expected);
  });
}
