import assert from "node:assert/strict";
import { calledFunction } from "../../../lib/locate/trace/called_function.ts";
import { rangeOfTokens } from "../../../lib/locate/trace/expression_range.ts";
import { readLuaOutline } from "../../../lib/locate/trace/lua_outline.ts";

const ROWS: readonly (readonly [string, string | undefined])[] = [
  [`tools.policy("read_only")`, "tools.policy"],
  [`insomnia.tools.policy "read_only"`, "tools.policy"],
  [`require("insomnia.tools").policy("read_only")`, "tools.policy"],
  [`require "insomnia.tools".policy { "read_only" }`, "tools.policy"],
  [`t.policy("read_only")`, "tools.policy"],
  [`memory.preset("light")`, "memory.preset"],
  [`m.preset("light")`, "m.preset"],
  [`policies.read_only()`, "policies.read_only"],
  [`own:method()`, "own:method"],
  [`setting`, undefined],
  [`{ "a" }`, undefined],
  [`"a"`, undefined],
];

for (const [expression, expected] of ROWS) {
  Deno.test(`calledFunction: ${expression}`, () => {
    const outline = readLuaOutline(`return ${expression}`)!;
    const range = rangeOfTokens(outline, 1, outline.tokens.length);
    assert.equal(calledFunction(outline, range), expected);
  });
}
