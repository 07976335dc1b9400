import assert from "node:assert/strict";
import { parseToml } from "../../../lib/document/parse_toml.ts";
import { completeManifest } from "../../../lib/manifest/complete_manifest.ts";
import { originsOf } from "../../../lib/manifest/origins.ts";
import { loadCatalog } from "../../../mod.ts";
import { assertGolden, input, NAMES, resolved, world } from "./golden.ts";

function listed(origins: Iterable<readonly [string, unknown]>): string {
  return [...origins]
    .map(([path, origin]) => `${path} ${JSON.stringify(origin)}\n`).join("");
}

for (const name of NAMES) {
  Deno.test(`every field: where those of ${name}.lua came from`, async () => {
    const { origins } = await resolved(name);
    assertGolden(`${name}.origins`, listed(Object.entries(origins)));
  });
}

Deno.test("every field: where those of the manifest file came from", async () => {
  const parsed = parseToml(input("manifest.toml"));
  assert.ok("value" in parsed);
  const catalog = await loadCatalog({ system: world() });
  const { manifest, draft } = await completeManifest(parsed.value, {
    directory: "/ws",
    catalog,
  });
  assert.ok(manifest && draft);
  const document = { kind: "manifest", draft } as const;
  const origins = originsOf(manifest, { document, launch: {}, catalog });
  assertGolden("manifest.origins", listed(origins));
});
