import assert from "node:assert/strict";
import { MANIFEST } from "../../lib/schema/field_table.ts";
import { orderManifest } from "../../lib/manifest/order_manifest.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import { manifestOf } from "./manifest_inputs.ts";

Deno.test("MANIFEST: sections stand in the order of the documentation", () => {
  assert.deepEqual([...MANIFEST.fields.keys()], [
    "pod",
    "model",
    "worker",
    "scope",
    "session",
    "permissions",
    "compaction",
    "memory",
    "web",
    "skills",
    "profile",
  ]);
});

Deno.test("orderManifest: leaves undefined out and keeps odd names as data", () => {
  const manifest = manifestOf({});
  const odd = JSON.parse('{"__proto__": 1, "constructor": 2, "1": 3}');
  const ordered = orderManifest({
    ...manifest,
    memory: undefined,
    worker: {
      ...manifest.worker,
      tool_output: { default_max_bytes: 1, per_tool: odd },
    },
  } as unknown as PodManifest);
  assert.ok(!Object.hasOwn(ordered, "memory"));
  assert.equal(
    JSON.stringify(ordered.worker.tool_output.per_tool),
    '{"1":3,"__proto__":1,"constructor":2}',
  );
});
