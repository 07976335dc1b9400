import assert from "node:assert/strict";
import { builtinCatalog } from "../../lib/catalog/builtin_catalog.ts";
import { runtimeProblems } from "../../lib/manifest/runtime_problems.ts";
import { RUNTIME_ROWS } from "../../lib/manifest/runtime_rows.ts";
import { BUILTIN_PROFILE_NAMES } from "../../lib/resources/builtin_resources.ts";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

Deno.test("RUNTIME_ROWS: each says what is written, and the table has no row twice", () => {
  const things = RUNTIME_ROWS.map(({ thing }) => thing);
  assert.deepEqual([...new Set(things)], things);
  for (const { severity, code, help } of RUNTIME_ROWS) {
    // What can be mended has its next step.
    assert.equal(severity === "warning", help !== undefined);
    assert.equal(severity === "warning", code === "runtime-unsupported");
  }
});

Deno.test("runtimeProblems: the builtin profiles say none of it", async () => {
  const system = memorySystem({ directories: ["/ws"] });
  const catalog = await builtinCatalog();
  for (const name of BUILTIN_PROFILE_NAMES) {
    const { manifest, warnings } = await resolveProfile({
      selector: `builtin:${name}`,
      podName: "x",
      workspace: "/ws",
      system,
    });
    assert.deepEqual(warnings, [], name);
    assert.deepEqual(runtimeProblems(manifest, catalog), [], name);
  }
});
