import assert from "node:assert/strict";
import {
  GLOBAL_FUNCTIONS,
  HOST_FUNCTIONS,
  LIBRARY_FUNCTIONS,
} from "../../../lib/locate/advice/host_functions.ts";
import { HOST_MODULES } from "../../../scripts/vm/host_modules.ts";
import { evaluateText } from "../../lua/evaluate_text.ts";

/** The names of what a Lua table holds, of some types, in alphabetical order. */
function namesIn(table: string, types: string): unknown {
  const { value } = evaluateText(`
    local names, found = ${table}, {}
    for name, value in pairs(names) do
      if ("${types}"):find(type(value), 1, true) then found[#found + 1] = name end
    end
    return found`);
  return [...value as readonly string[]].sort();
}

Deno.test("HOST_FUNCTIONS: those of every module", () => {
  const modules = HOST_MODULES.map(({ name }) => name)
    .filter((name) => name.startsWith("insomnia."));
  assert.deepEqual(
    Object.keys(HOST_FUNCTIONS).map((name) => `insomnia.${name}`).sort(),
    modules.sort(),
  );
});

for (const [module, functions] of Object.entries(HOST_FUNCTIONS)) {
  Deno.test(`HOST_FUNCTIONS: those of insomnia.${module}`, () => {
    const table = `require("insomnia.${module}")`;
    assert.deepEqual(namesIn(table, "function"), [...functions].sort());
  });
}

for (const [library, names] of Object.entries(LIBRARY_FUNCTIONS)) {
  Deno.test(`LIBRARY_FUNCTIONS: those of ${library}, and its constants`, () => {
    const types = "function number string";
    assert.deepEqual(namesIn(library, types), [...names].sort());
  });
}

Deno.test("GLOBAL_FUNCTIONS: what a profile may call without a table", () => {
  const tables = ["insomnia", "profile"];
  assert.deepEqual(
    namesIn("_G", "function"),
    GLOBAL_FUNCTIONS.filter((name) => !tables.includes(name)).sort(),
  );
});
