import assert from "node:assert/strict";
import { findFloats } from "../../lib/catalog/find_floats.ts";

Deno.test("findFloats: the numbers that the runtime reads, and no others", () => {
  const found = findFloats(`
[[model]]
context_window = 200000.0
max_context_window = 2e5
max_output_tokens = 8192.0
reasoning_budget = { min = 1024.0 }
capability.prompt_caching = { kind = "explicit", max_breakpoints = 4.0 }
[[model]]
context_window = 200000
[[provider]]
default_context_window = 1.0
`);
  assert.deepEqual(found, [
    "model[0].context_window",
    "model[0].max_context_window",
    "model[0].capability.prompt_caching.max_breakpoints",
    "provider[0].default_context_window",
  ]);
});
