import assert from "node:assert/strict";
import { printManifest } from "../../../mod.ts";
import { luaFields } from "../../../scripts/generate_lua_fields.ts";
import { assertGolden, NAMES, resolved } from "./golden.ts";

for (const name of NAMES) {
  Deno.test(`every field: ${name}.lua gives its manifest`, async () => {
    const { manifest } = await resolved(name);
    assertGolden(`${name}.json`, printManifest(manifest, "json"));
  });
}

Deno.test("_fields.lua is what the field table gives", async () => {
  const file = new URL("../../../resources/lua/_fields.lua", import.meta.url);
  assert.equal(await Deno.readTextFile(file), luaFields());
});
