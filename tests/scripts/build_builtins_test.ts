import assert from "node:assert/strict";
import { buildBuiltins, BUILTINS_FILE } from "../../scripts/build_builtins.ts";
import { evaluateBuiltins } from "../../scripts/evaluate_builtins.ts";
import { sha256Hex } from "../../lib/base/sha256.ts";
import {
  builtins,
  profileText,
} from "../../lib/resources/builtin_resources.ts";

Deno.test("buildBuiltins: the kept file is what the sources give", async () => {
  assert.equal(
    await Deno.readTextFile(BUILTINS_FILE),
    await buildBuiltins(evaluateBuiltins),
  );
});

Deno.test("builtins: every profile with the sums of the files it is made of", async () => {
  const { profiles } = await builtins();
  for (const [name, { modules }] of Object.entries(profiles)) {
    assert.equal(modules[0]?.name, `${name}.lua`);
    for (const module of modules) {
      const file = module.name.replace(/^builtin:|\.lua$/g, "");
      const text = await profileText(file);
      assert(text !== undefined, module.name);
      assert.equal(module.sha256, await sha256Hex(text), module.name);
    }
  }
});
