import assert from "node:assert/strict";
import fc from "../../fast_check.ts";
import { compareManifests } from "../../../lib/manifest/compare/compare_manifests.ts";
import type { PodManifest } from "../../../lib/schema/pod_manifest.ts";
import { podManifest } from "../../arbitraries/pod_manifest.ts";
import { BASE } from "./base_manifest.ts";
import { allows, permissions, TEXTS, TOOLS } from "./call_model.ts";
import { ALL_PATHS, grants, isMore, scope } from "./path_model.ts";

type Change = (manifest: PodManifest) => unknown;

/** A manifest in which some fields are others. */
function changed(change: Change, base: PodManifest = BASE): PodManifest {
  const copy = structuredClone(base);
  change(copy);
  return copy;
}

// deno-lint-ignore no-explicit-any -- a copy that tests write into
const writable = (manifest: PodManifest) => manifest as any;
const set = (path: string, value: unknown): Change => (manifest) => {
  const keys = path.split(".");
  let section = writable(manifest);
  for (const key of keys.slice(0, -1)) section = section[key] ??= {};
  section[keys.at(-1)!] = value;
};

const WEB_ON = set("web", { enabled: true });
const MEMORY = set("memory", { workspace_root: "/ws" });
const COMPACT = set("compaction", { threshold: 100, request_threshold: 200 });

for (
  const [path, class_, change, base] of [
    ["pod.prompt_pack", "instruction", set("pod.prompt_pack", "/p")],
    ["pod.name", "other", set("pod.name", "b")],
    ["model.model_id", "model", set("model.model_id", "n")],
    ["model.base_url", "model", set("model.base_url", "http://x")],
    ["model.context_window", "cost", set("model.context_window", 500_000)],
    ["model.context_window", "other", set("model.context_window", 1000)],
    ["worker.instruction", "instruction", set("worker.instruction", "$user/x")],
    ["worker.language", "instruction", set("worker.language", "German")],
    ["worker.max_turns", "cost", set("worker.max_turns", 11)],
    ["worker.max_turns", "other", set("worker.max_turns", 9)],
    ["worker.max_turns", "cost", set("worker.max_turns", undefined)],
    ["worker.max_tokens", "cost", set("worker.max_tokens", 9)],
    ["worker.reasoning", "cost", set("worker.reasoning", "high")],
    ["worker.reasoning", "other", set("worker.reasoning", "low")],
    ["worker.reasoning", "cost", set("worker.reasoning", 4096)],
    ["worker.reasoning", "other", set("worker.reasoning", undefined)],
    // Nobody knows whether a label is more than a number.
    [
      "worker.reasoning",
      "cost",
      set("worker.reasoning", "low"),
      set("worker.reasoning", 4096),
    ],
    ["worker.temperature", "other", set("worker.temperature", 1)],
    ["worker.stop_sequences", "other", set("worker.stop_sequences", ["x"])],
    [
      "worker.file_upload.max_bytes",
      "cost",
      set("worker.file_upload.max_bytes", 262_145),
    ],
    [
      "session.record_event_trace",
      "other",
      set("session.record_event_trace", true),
    ],

    [
      "scope.allow[0].permission",
      "narrowing",
      set("scope.allow.0.permission", "read"),
    ],
    [
      "scope.allow[0].recursive",
      "narrowing",
      set("scope.allow.0.recursive", false),
    ],
    ["scope.allow[0].target", "widening", set("scope.allow.0.target", "/")],
    [
      "scope.allow[0].target",
      "narrowing",
      set("scope.allow.0.target", "/ws/a"),
    ],
    [
      "scope.deny",
      "narrowing",
      set("scope.deny", [{
        target: "/ws/a",
        permission: "read",
        recursive: true,
      }]),
    ],
    [
      "scope.deny",
      "other",
      set("scope.deny", [{
        target: "/else",
        permission: "read",
        recursive: true,
      }]),
    ],

    [
      "permissions",
      "narrowing",
      set("permissions", { default_action: "deny", rule: [] }),
    ],
    [
      "permissions",
      "other",
      set("permissions", { default_action: "allow", rule: [] }),
    ],
    [
      "permissions",
      "widening",
      set("permissions", undefined),
      set("permissions", { default_action: "ask", rule: [] }),
    ],
    [
      "permissions.default_action",
      "other",
      set("permissions.default_action", "ask"),
      set("permissions", { default_action: "deny", rule: [] }),
    ],

    ["compaction", "other", COMPACT],
    ["compaction", "cost", set("compaction", undefined), COMPACT],
    ["compaction.threshold", "cost", set("compaction.threshold", 101), COMPACT],
    ["compaction.model", "model", set("compaction.model", BASE.model), COMPACT],

    ["memory", "widening", MEMORY],
    ["memory", "narrowing", set("memory", undefined), MEMORY],
    [
      "memory.workspace_root",
      "widening",
      set("memory.workspace_root", "/x"),
      MEMORY,
    ],
    ["memory.language", "instruction", set("memory.language", "x"), MEMORY],

    ["web", "widening", WEB_ON],
    ["web", "other", set("web", {})],
    ["web", "other", set("web", { fetch: { enabled: true } })],
    ["web.fetch", "narrowing", set("web.fetch", { enabled: false }), WEB_ON],
    ["web.fetch", "other", set("web.fetch", {}), WEB_ON],
    [
      "web.search",
      "widening",
      set("web.search", { provider: "brave" }),
      WEB_ON,
    ],
    ["web.search", "other", set("web.search", { enabled: false }), WEB_ON],
    ["web.enabled", "narrowing", set("web.enabled", false), WEB_ON],
    [
      "web.allow_private_addresses",
      "widening",
      set("web.allow_private_addresses", true),
      WEB_ON,
    ],
    [
      "web.allow_private_addresses",
      "other",
      set("web.allow_private_addresses", true),
      set("web", {}),
    ],

    ["skills", "widening", set("skills", { directories: ["/else"] })],
    ["skills", "instruction", set("skills", { directories: ["/ws/skills"] })],
    [
      "skills",
      "narrowing",
      set("skills", undefined),
      set("skills", { directories: ["/else"] }),
    ],
  ] as readonly (readonly [string, string, Change, Change?])[]
) {
  const before = base ? changed(base) : BASE;
  const after = changed(change, before);
  const values = compareManifests(before, after).find((c) => c.path === path);
  const title = `${path} ${JSON.stringify(values?.before)} to ${
    JSON.stringify(values?.after)
  }`;
  Deno.test(`compareManifests: ${title} is ${class_}`, () => {
    const changes = compareManifests(before, after);
    const found = changes.find((change) => change.path === path);
    assert(found, JSON.stringify(changes));
    assert.equal(found.class, class_, found.reason);
    if (class_ === "widening" || class_ === "narrowing") assert(found.reason);
    assert.notDeepEqual(found.before, found.after);
  });
}

Deno.test("compareManifests: what means the same is no change", () => {
  const { max_context_window: _, base_url: __, ...model } = BASE.model;
  for (
    const same of [
      changed(set("model", model)),
      changed(set("compaction", null)),
      changed(set("worker.top_k", null)),
      changed(set("scope.allow.0.recursive", undefined)),
      changed(set("profile", { digest: "sha256:else" })),
      JSON.parse(JSON.stringify(BASE)),
    ]
  ) {
    assert.deepEqual(compareManifests(BASE, same), []);
    assert.deepEqual(compareManifests(same, BASE), []);
  }
  const capability = {
    tool_calling: "parallel",
    structured_output: "json_schema",
    prompt_caching: { kind: "auto" },
  };
  assert.deepEqual(
    compareManifests(
      changed(set("model.capability", capability)),
      changed(set("model.capability", { ...capability, vision: false })),
    ),
    [],
  );
  const codex = { scheme: "openai_responses", auth: { kind: "codex_oauth" } };
  assert.deepEqual(
    compareManifests(
      changed(set("model", { ...model, ...codex })),
      changed(set("model", {
        ...model,
        ...codex,
        base_url: "https://chatgpt.com/backend-api/codex",
      })),
    ),
    [],
  );
});

Deno.test("compareManifests: rules are told at the narrowest part that differs", () => {
  const rule = (pattern: string) => ({
    tool: "bash",
    pattern,
    action: "allow",
  });
  const withRules = (...patterns: string[]) =>
    changed(set("permissions", {
      default_action: "deny",
      rule: patterns.map(rule),
    }));
  const path = (a: PodManifest, b: PodManifest) =>
    compareManifests(a, b).map(({ path }) => path);
  assert.deepEqual(path(withRules("a", "b"), withRules("a", "c")), [
    "permissions.rule[1].pattern",
  ]);
  assert.deepEqual(path(withRules("a", "b"), withRules("b", "a")), [
    "permissions.rule",
  ]);
  assert.deepEqual(path(withRules("a"), withRules("a", "b")), [
    "permissions.rule",
  ]);
});

Deno.test("compareManifests: a reason names a call or a place", () => {
  const git = set("permissions", {
    default_action: "deny",
    rule: [{ tool: "Bash", pattern: "git *", action: "allow" }],
  });
  const none = set("permissions", { default_action: "deny", rule: [] });
  const reasons = (a: Change, b: Change) =>
    compareManifests(changed(a), changed(b)).map(({ reason }) => reason);
  assert.deepEqual(reasons(none, git), ["`Bash` with `git ` is allowed now"]);
  assert.deepEqual(reasons(git, none), ["`Bash` with `git ` is refused now"]);
  assert.deepEqual(reasons(() => {}, set("scope.allow.0.target", "/")), [
    "`/`: writable now, out of reach before",
  ]);
});

Deno.test("compareManifests: every manifest is itself, and differences are told both ways", () => {
  fc.assert(
    fc.property(podManifest, podManifest, (a, b) => {
      assert.deepEqual(compareManifests(a, structuredClone(a)), []);
      const there = compareManifests(a, b);
      const back = compareManifests(b, a);
      assert.deepEqual(
        there.map(({ path }) => path).sort(),
        back.map(({ path }) => path).sort(),
      );
      for (const { path, before, after } of there) {
        const other = back.find((change) => change.path === path);
        assert.deepEqual([other?.before, other?.after], [after, before]);
      }
    }),
    { numRuns: 100 },
  );
});

const DRAWN = 1000;

Deno.test("compareManifests: a widening exactly when a drawn path or call is allowed by the second alone", () => {
  const counted = { widening: 0, other: 0 };
  fc.assert(
    fc.property(
      fc.record({ scope, permissions: permissions.filter(Boolean) }),
      fc.record({ scope, permissions: permissions.filter(Boolean) }),
      fc.boolean(),
      fc.boolean(),
      fc.infiniteStream(fc.nat()),
      (a, b, sameScope, samePermissions, numbers) => {
        const before: PodManifest = { ...BASE, ...a as Partial<PodManifest> };
        const after: PodManifest = {
          ...BASE,
          scope: sameScope ? a.scope : b.scope,
          permissions: (samePermissions ? a : b).permissions!,
        };
        const drawn = <T>(from: readonly T[]) =>
          from[numbers.next().value! % from.length]!;
        const isAllowedAlone = Array.from({ length: DRAWN }).some((_, n) => {
          if (n % 2 === 0) {
            const path = drawn(ALL_PATHS);
            return isMore(
              grants(after.scope, path),
              grants(before.scope, path),
            );
          }
          const [tool, text] = [drawn(TOOLS), drawn(TEXTS)];
          return allows(after.permissions, tool, text) &&
            !allows(before.permissions, tool, text);
        });
        const widenings = compareManifests(before, after)
          .filter((change) => change.class === "widening");
        // What is drawn may miss the one text in thousands, never the reverse.
        if (isAllowedAlone) assert(widenings.length > 0);
        counted[widenings.length > 0 ? "widening" : "other"]++;
        for (const { path, reason } of widenings) {
          const isSame = path.startsWith("scope") ? sameScope : samePermissions;
          assert(!isSame, `${path}: ${reason}`);
        }
      },
    ),
    { numRuns: 300 },
  );
  assert(counted.widening > 30 && counted.other > 30, JSON.stringify(counted));
});
