import assert from "node:assert/strict";
import { evaluate } from "../lua/evaluator.ts";
import { builtinCatalog } from "../../lib/catalog/builtin_catalog.ts";
import { luaCatalog } from "../../lib/catalog/catalog_facts.ts";
import { manifestize } from "../../lib/manifest/manifestize.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import { validateProfile } from "../../lib/profile/validate_profile.ts";
import type { ProfileEntry } from "../../lib/registry/profile_registry.ts";
import { loadProgram } from "../../lib/source/load_program.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

const NAMES = [
  "default",
  "orchestrator",
  "coder",
  "researcher",
  "reviewer",
  "fast",
];

const ENTRIES = NAMES.map((name): ProfileEntry => ({
  source: "builtin",
  name,
  qualifiedName: `builtin:${name}`,
  path: `resources/profiles/${name}.lua`,
  status: "ok",
  isDefault: name === "default",
}));

/** The manifest of a builtin profile, from its Lua source and the builtin catalog. */
async function manifestOf(name: string): Promise<PodManifest> {
  const catalog = await builtinCatalog();
  const registry = { entries: ENTRIES, aliases: [], problems: [], files: [] };
  const entry = ENTRIES.find((entry) => entry.name === name)!;
  const program = await loadProgram(
    { kind: "registry", entry },
    registry,
    memorySystem(),
  );
  const { value } = evaluate(program, {
    catalog: luaCatalog(catalog),
    version: "0.1.0",
  });
  const { profile, problems } = await validateProfile(value, {
    catalog,
    trustedOrigins: [],
    isUsersWord: () => false,
    directory: "/ws",
  });
  assert.deepEqual(problems, []);
  const launch = { podName: "demo", workspaceBase: "/ws" };
  const made = manifestize({
    profile: profile!,
    launch,
    catalog,
    profileDirectory: "/ws",
    isBuiltin: true,
  });
  assert.deepEqual(made.problems, []);
  assert.equal(profile!.slug, name);
  return made.manifest!;
}

Deno.test("every builtin profile resolves with the builtin catalog alone, without a warning", async () => {
  for (const name of NAMES) {
    const { pod, worker } = await manifestOf(name);
    assert.equal(pod.name, "demo");
    assert.ok(worker.reasoning !== undefined);
  }
});

Deno.test("builtin:default is what the documents promise", async () => {
  const {
    model,
    worker,
    scope,
    session,
    compaction,
    memory,
    web,
    permissions,
  } = await manifestOf("default");
  assert.equal(model.model_id, "gpt-5.5");
  assert.equal(worker.reasoning, "high");
  assert.deepEqual(scope.allow, [{
    target: "/ws",
    permission: "write",
    recursive: true,
  }]);
  assert.equal(session.record_event_trace, true);
  assert.deepEqual(
    [
      compaction?.threshold,
      compaction?.request_threshold,
      compaction?.worker_context_max_tokens,
    ],
    [200000, 240000, 100000],
  );
  assert.deepEqual(
    [
      memory?.extract_threshold,
      memory?.consolidation_threshold_files,
      memory?.consolidation_threshold_bytes,
    ],
    [50000, 5, 50000],
  );
  assert.deepEqual(web, {
    enabled: true,
    search: {
      enabled: true,
      provider: "brave",
      api_key_env: "BRAVE_SEARCH_API_KEY",
    },
    fetch: { enabled: true },
  });
  assert.equal(permissions, undefined);
});

Deno.test("the other builtin profiles differ from the default where their role does", async () => {
  const permission = async (name: string) =>
    (await manifestOf(name)).scope.allow[0]!.permission;
  assert.deepEqual(await Promise.all(NAMES.map(permission)), [
    "write",
    "write",
    "write",
    "read",
    "read",
    "write",
  ]);

  const researcher = await manifestOf("researcher");
  assert.equal(researcher.compaction?.threshold, Math.floor(272000 * 13 / 20));
  const reviewer = await manifestOf("reviewer");
  assert.equal(reviewer.permissions?.default_action, "deny");
  assert.equal(reviewer.permissions?.rule.length, 5);
  const fast = await manifestOf("fast");
  assert.equal(fast.model.model_id, "gpt-5.5");
  assert.equal(fast.worker.reasoning, "low");
  assert.equal(
    fast.compaction?.worker_context_max_tokens,
    Math.floor(272000 / 5),
  );
});
