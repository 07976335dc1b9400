import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import canonicalize from "npm:canonicalize@5.1.0";
import { attachProvenance } from "../../lib/manifest/attach_provenance.ts";
import { isPodManifest } from "../../lib/manifest/is_pod_manifest.ts";
import { manifestDigest } from "../../lib/manifest/manifest_digest.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import { VERSION } from "../../lib/base/version.ts";
import { BUILTIN_CATALOG } from "../catalog/builtin_catalog.ts";
import { manifestOf } from "./manifest_inputs.ts";

const MANIFEST = manifestOf({ compaction: { preset: "frugal" } });
const MAKING = {
  source: { kind: "path", path: "/ws/coder.lua" },
  profile: { name: "coder", format: "insomnia.lua-profile.v1" },
  modules: [{ name: "coder.lua", sha256: "a".repeat(64) }],
  models: { "compaction.model": "a/b" },
  catalog: {
    ...BUILTIN_CATALOG,
    origin: { providers: "builtin", models: "user" },
  },
} as const;

Deno.test("attachProvenance: says what the manifest was made of", async () => {
  const manifest = await attachProvenance(MANIFEST, MAKING);
  assert.ok(isPodManifest(manifest));
  assert.deepEqual(manifest.profile, {
    source: MAKING.source,
    profile: MAKING.profile,
    inputs: {
      modules: MAKING.modules,
      models: MAKING.models,
      catalog: {
        providers: "builtin",
        models: "user",
        sha256: BUILTIN_CATALOG.sha256,
      },
      resolver: `insomnia-profile ${VERSION}`,
    },
    digest: await manifestDigest(MANIFEST),
  });
  assert.equal(Object.keys(manifest).at(-1), "profile");
});

Deno.test("manifestDigest: SHA-256 of the canonical JSON without the profile section", async () => {
  const sum = createHash("sha256").update(canonicalize(MANIFEST)!).digest(
    "hex",
  );
  const manifest = await attachProvenance(MANIFEST, MAKING);
  assert.equal(await manifestDigest(manifest), `sha256:${sum}`);
  assert.equal(manifest.profile?.digest, `sha256:${sum}`);
});

Deno.test("manifestDigest: the order of fields never matters, a value does", async () => {
  const shuffled = Object.fromEntries(
    Object.entries(MANIFEST).reverse(),
  ) as unknown as PodManifest;
  const digest = await manifestDigest(MANIFEST);
  assert.equal(await manifestDigest(shuffled), digest);
  const other = { ...MANIFEST, session: { record_event_trace: true } };
  assert.notEqual(await manifestDigest(other), digest);
});
