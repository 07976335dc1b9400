import assert from "node:assert/strict";
import { luaFields } from "../../scripts/generate_lua_fields.ts";

Deno.test("_fields.lua is what the field table gives", async () => {
  const file = new URL("../../resources/lua/_fields.lua", import.meta.url);
  assert.equal(await Deno.readTextFile(file), luaFields());
});
