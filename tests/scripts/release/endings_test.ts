import assert from "node:assert/strict";
import { builtinCatalog } from "../../../lib/catalog/builtin_catalog.ts";
import { BUILTIN_PROFILE_NAMES } from "../../../lib/resources/builtin_resources.ts";
import { endingsOfRelease } from "../../../scripts/release/endings.ts";

const RELEASED = "2026-11-30";

Deno.test("endingsOfRelease: nothing builtin ends within 30 days of the release", async () => {
  assert.deepEqual(
    await endingsOfRelease(await builtinCatalog(), RELEASED),
    [],
  );
});

Deno.test("endingsOfRelease: a row and a profile that end too soon are named", async () => {
  const catalog = await builtinCatalog();
  const models = catalog.models.map((model) =>
    model.id === "gpt-5.5" && model.provider === "codex-oauth"
      ? { ...model, retires: "2026-12-29" }
      : model.id === "gpt-6-sol"
      ? { ...model, retires: "2026-12-30" }
      : model
  );
  assert.deepEqual(await endingsOfRelease({ ...catalog, models }, RELEASED), [
    "builtin row: codex-oauth/gpt-5.5 ends on 2026-12-29",
    ...BUILTIN_PROFILE_NAMES.map((name) =>
      `builtin:${name}: codex-oauth/gpt-5.5 ends on 2026-12-29`
    ),
  ]);
});
