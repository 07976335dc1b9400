import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import { saysTheSame } from "../../lib/store/says_the_same.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { podManifest } from "../arbitraries/pod_manifest.ts";
import { BASE } from "../manifest/compare/base_manifest.ts";

// deno-lint-ignore no-explicit-any -- rewritten as another program does
type Loose = any;

const OURS: PodManifest = {
  ...BASE,
  model: {
    ...BASE.model,
    capability: {
      tool_calling: "parallel",
      structured_output: "json_schema",
      vision: false,
      prompt_caching: { kind: "auto" },
    },
  },
  worker: { ...BASE.worker, temperature: 0.3, top_p: 1 },
  memory: { workspace_root: "/ws" },
};

const theirs = (change: (manifest: Loose) => unknown): Loose => {
  const copy = structuredClone(OURS) as Loose;
  change(copy);
  return copy;
};

for (
  const [what, snapshot, same] of [
    ["itself", theirs(() => {}), true],
    [
      "unset fields as null, at any depth",
      theirs((m) => {
        m.permissions = null;
        m.worker.top_k = null;
        m.memory.extract_model = null;
        m.model.capability.reasoning = null;
      }),
      true,
    ],
    [
      "numbers of 32 bits",
      theirs((m) => m.worker.temperature = Math.fround(0.3)),
      true,
    ],
    ["another number", theirs((m) => m.worker.temperature = 0.30001), false],
    ["a whole number elsewhere", theirs((m) => m.worker.max_turns = 11), false],
    ["vision left out", theirs((m) => delete m.model.capability.vision), true],
    [
      "paths that are not folded",
      theirs((m) => m.memory.workspace_root = "/ws/x/../."),
      true,
    ],
    ["another path", theirs((m) => m.memory.workspace_root = "/else"), false],
    [
      "keys in another order",
      theirs((m) => {
        const { worker, ...rest } = m;
        for (const key of Object.keys(m)) delete m[key];
        Object.assign(m, rest, { worker });
      }),
      true,
    ],
    [
      "rules in another order",
      theirs((m) =>
        m.scope.allow = [
          { ...m.scope.allow[0], target: "/b" },
          m.scope.allow[0],
        ]
      ),
      false,
    ],
    [
      "another provenance",
      theirs((m) =>
        m.profile = { source: { kind: "path", path: "/launch.lua" } }
      ),
      true,
    ],
    [
      "what only a later runtime knows",
      theirs((m) => m.worker.novelty = { a: 1 }),
      true,
    ],
    [
      "the scope through a link",
      theirs((m) => m.scope.allow[0].target = "/link"),
      true,
    ],
    ["nothing of a manifest", {}, false],
    ["sections of another kind", { model: 1, scope: [], worker: "x" }, false],
  ] as const
) {
  Deno.test(`saysTheSame: ${what}`, async () => {
    const system = memorySystem({
      directories: ["/ws"],
      links: { "/link": "/ws" },
    });
    assert.equal(await saysTheSame(OURS, snapshot, system), same);
  });
}

/** As the runtime writes any manifest. */
function rewritten(value: Loose, key = ""): Loose {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, key));
  if (typeof value === "number" && /^(temperature|top_p)$/.test(key)) {
    return Math.fround(value);
  }
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => a < b ? 1 : -1)
    .map(([name, item]) => [name, rewritten(item, name)]);
  return Object.fromEntries([...fields, ["unset", null]]);
}

Deno.test("saysTheSame: every manifest and what the runtime makes of it", async () => {
  await fc.assert(
    fc.asyncProperty(podManifest, podManifest, async (a, b) => {
      assert.equal(await saysTheSame(a, rewritten(a)), true);
      const { profile: _, ...bare } = a;
      assert.equal(await saysTheSame(a, bare as Loose), true);
      const isOther = JSON.stringify(a.worker) !== JSON.stringify(b.worker);
      const mixed = { ...rewritten(a), worker: rewritten(b.worker) };
      if (isOther) assert.equal(await saysTheSame(a, mixed), false);
    }),
    { numRuns: 150 },
  );
});
