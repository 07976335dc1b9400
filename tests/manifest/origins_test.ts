import assert from "node:assert/strict";
import { printFieldPath } from "../../lib/base/field_path.ts";
import type { JsonValue } from "../../lib/base/json.ts";
import type { Catalog } from "../../lib/catalog/catalog.ts";
import type { Launch } from "../../lib/manifest/launch_inputs.ts";
import type { Origin } from "../../lib/manifest/origin.ts";
import { type Origins, originsOf } from "../../lib/manifest/origins.ts";
import type { Profile } from "../../lib/profile/profile.ts";
import { BUILTIN_CATALOG } from "../catalog/builtin_catalog.ts";
import { completeManifest } from "../../lib/manifest/complete_manifest.ts";
import { manifestizeWith, profileWith } from "./manifest_inputs.ts";

const LAUNCH: Launch = { podName: "demo", workspaceBase: "/ws" };

function origins(
  fields: Partial<Profile>,
  { raw, launch = LAUNCH, catalog = BUILTIN_CATALOG }: {
    raw?: JsonValue;
    launch?: Launch;
    catalog?: Catalog;
  } = {},
): Origins {
  const { manifest } = manifestizeWith(fields, { launch, catalog });
  const profile = profileWith(fields);
  return originsOf(manifest!, {
    document: { kind: "profile", profile, ...raw !== undefined && { raw } },
    launch,
    catalog,
  });
}

/** An origin in one line. */
function print(origin: Origin | undefined): string {
  switch (origin?.kind) {
    case undefined:
      return "nothing";
    case "profile":
    case "manifest":
      return [
        line(origin.kind, printFieldPath(origin.field), origin),
        ...origin.changes ?? [],
      ].join("; ");
    case "preset":
      return line(origin.preset, printFieldPath(origin.field), origin);
    case "catalog":
      return `${origin.from} ${origin.file}: ${origin.entry}`;
    case "default":
      return origin.reason ? `default, ${origin.reason}` : "default";
    case "launch":
      return `launch ${origin.input}`;
  }
}

function line(
  from: string,
  field: string,
  { computed }: { computed?: { arithmetic: string; window: string } },
): string {
  const how = computed ? `: ${computed.arithmetic}; ${computed.window}` : "";
  return `${from} ${field}${how}`;
}

const GPT = "272000 = min(context_window 1000000, max_context_window 272000) " +
  "of codex-oauth/gpt-5.5 (builtin catalog)";
const HAIKU =
  "200000 = context_window of anthropic/claude-haiku-4-5 (builtin catalog)";

const ROWS: readonly {
  readonly shows: string;
  readonly fields: Partial<Profile>;
  readonly launch?: Launch;
  readonly raw?: JsonValue;
  readonly expected: Readonly<Record<string, string>>;
}[] = [
  {
    shows: "launch, catalog and defaults of the least profile",
    fields: {},
    raw: { model: "anthropic/claude-haiku-4-5" },
    expected: {
      "pod.name": "launch podName",
      "model.scheme": "builtin providers: anthropic",
      "model.base_url": "builtin providers: anthropic",
      "model.model_id": "profile model.ref",
      "model.auth.kind": "builtin providers: anthropic",
      "model.auth.env": "builtin providers: anthropic",
      "model.capability.vision": "builtin models: anthropic/claude-haiku-4-5",
      "model.capability.prompt_caching.kind":
        "builtin models: anthropic/claude-haiku-4-5",
      "model.context_window": "builtin models: anthropic/claude-haiku-4-5",
      "model.max_context_window": "default, no limit below `context_window`",
      "worker.instruction": "default",
      "worker.stop_sequences": "default",
      "worker.tool_output.per_tool": "default",
      "scope.allow[0].target": "launch workspaceBase",
      "scope.allow[0].permission":
        "default, a profile's scope is `workspace_write`",
      "scope.deny": "default",
      "session.record_event_trace": "default",
    },
  },
  {
    shows: "what the profile writes",
    fields: {
      model: {
        ref: "anthropic/claude-haiku-4-5",
        auth: { kind: "api_key" },
        capability: {
          tool_calling: "none",
          structured_output: "none",
          prompt_caching: { kind: "auto" },
        },
        max_context_window: 100000,
      },
      worker: { language: "English", stop_sequences: ["x"] },
      permissions: {
        default_action: "ask",
        rule: [{ tool: "Read", pattern: "*", action: "allow" }],
      },
      skills: { directories: ["skills"] },
      web: { search: { provider: "brave" } },
    },
    expected: {
      "model.auth.kind": "profile model.auth.kind",
      "model.auth.env": "default, the variable of the wire scheme",
      "model.capability.tool_calling": "profile model.capability.tool_calling",
      "model.capability.vision": "default",
      "model.max_context_window": "profile model.max_context_window",
      "worker.language": "profile worker.language",
      "worker.stop_sequences": "profile worker.stop_sequences",
      "scope.allow[0].permission": "profile scope.intent",
      "permissions.rule[0].tool": "profile permissions.rule[0].tool",
      "skills.directories": "profile skills.directories",
      "web.search.provider": "profile web.search.provider",
    },
  },
  {
    shows: "presets with their arithmetic",
    fields: {
      model: { ref: "codex-oauth/gpt-5.5", quality: "high" },
      compaction: {
        preset: "long_coding",
        request_threshold: { ratio: 0.9 },
        retained_tokens: 5,
        model: { ref: "anthropic/claude-haiku-4-5" },
      },
      memory: { preset: "long_context", language: "English" },
    },
    expected: {
      "worker.reasoning": 'quality = "high" model.quality',
      "compaction.threshold": 'compact.preset("long_coding") ' +
        `compaction.preset: 25/34 of 272000 tokens; ${GPT}`,
      "compaction.request_threshold": "profile compaction.request_threshold: " +
        `9/10 of 272000 tokens; ${GPT}`,
      "compaction.worker_context_max_tokens":
        'compact.preset("long_coding") compaction.preset: ' +
        `25/68 of 200000 tokens; ${HAIKU}`,
      "compaction.retained_tokens": "profile compaction.retained_tokens",
      "compaction.worker_max_turns": "default",
      "compaction.model.scheme": "builtin providers: anthropic",
      "memory.extract_threshold": 'memory.preset("long_context") ' +
        `memory.preset: 25/136 of 272000 tokens; ${GPT}`,
      "memory.consolidation_threshold_files":
        'memory.preset("long_context") memory.preset',
      "memory.language": "profile memory.language",
    },
  },
  {
    shows: "ratios and a quality that becomes a budget",
    fields: {
      model: { ref: "anthropic/claude-haiku-4-5", quality: "high" },
      memory: { extract_threshold_ratio: 0.25 },
    },
    expected: {
      "worker.reasoning": 'quality = "high" model.quality: ' +
        `2/25 of 200000 tokens; ${HAIKU}`,
      "memory.extract_threshold": "profile memory.extract_threshold_ratio: " +
        `1/4 of 200000 tokens; ${HAIKU}`,
    },
  },
  {
    shows: "written reasoning before quality",
    fields: {
      model: { ref: "anthropic/claude-haiku-4-5", quality: "high" },
      worker: { reasoning: { ratio: 0.1 } },
    },
    expected: {
      "worker.reasoning": "profile worker.reasoning: " +
        `1/10 of 200000 tokens; ${HAIKU}`,
    },
  },
  {
    shows: "what is delegated, and what the intent lowers",
    fields: { scope: { intent: "workspace_read" } },
    launch: {
      ...LAUNCH,
      delegatedScope: [
        { target: "/a", permission: "write", recursive: true },
        { target: "/b", permission: "read", recursive: true },
      ],
    },
    expected: {
      "scope.allow[0].target": "launch delegatedScope",
      "scope.allow[0].permission":
        "profile scope.intent; lowered from the `write` of rule 1 that is delegated",
      "scope.allow[1].permission": "launch delegatedScope",
      "scope.allow[1].recursive": "launch delegatedScope",
    },
  },
];

for (const { shows, fields, launch, raw, expected } of ROWS) {
  Deno.test(`originsOf: ${shows}`, () => {
    const found = origins(fields, {
      ...launch && { launch },
      ...raw !== undefined && { raw },
    });
    const shown = Object.keys(expected).map((
      path,
    ) => [path, print(found.get(path))]);
    assert.deepEqual(Object.fromEntries(shown), expected);
  });
}

Deno.test("originsOf: every value has one, in the manifest's order", () => {
  const found = origins({});
  assert.deepEqual([...found.keys()], [
    "pod.name",
    "model.scheme",
    "model.base_url",
    "model.model_id",
    "model.auth.kind",
    "model.auth.env",
    "model.capability.tool_calling",
    "model.capability.structured_output",
    "model.capability.reasoning",
    "model.capability.vision",
    "model.capability.prompt_caching.kind",
    "model.capability.prompt_caching.max_breakpoints",
    "model.context_window",
    "model.max_context_window",
    "worker.instruction",
    "worker.language",
    "worker.max_tokens",
    "worker.stop_sequences",
    "worker.tool_output.default_max_bytes",
    "worker.tool_output.per_tool",
    "worker.file_upload.max_bytes",
    "scope.allow[0].target",
    "scope.allow[0].permission",
    "scope.allow[0].recursive",
    "scope.deny",
    "session.record_event_trace",
  ]);
});

Deno.test("originsOf: a manifest file's own fields, defaults and catalog", async () => {
  const file = {
    pod: { name: "x" },
    model: { ref: "anthropic/claude-haiku-4-5" },
    scope: { allow: [{ target: "/a", permission: "read" }] },
    compaction: { compact_threshold: 5 },
  };
  const { manifest, draft } = await completeManifest(file, {
    directory: "/m",
    catalog: BUILTIN_CATALOG,
    podName: "demo",
  });
  const found = originsOf(manifest!, {
    document: { kind: "manifest", draft: draft! },
    launch: { podName: "demo" },
    catalog: BUILTIN_CATALOG,
  });
  const expected = {
    "pod.name": "launch podName",
    "model.model_id": "manifest model.ref",
    "model.scheme": "builtin providers: anthropic",
    "scope.allow[0].target": "manifest scope.allow[0].target",
    "scope.allow[0].recursive": "default",
    "compaction.threshold": "manifest compaction.threshold",
    "compaction.worker_context_max_tokens":
      "default, 50000, at most the window of the model that compacts",
  };
  const shown = Object.keys(expected).map((
    path,
  ) => [path, print(found.get(path))]);
  assert.deepEqual(Object.fromEntries(shown), expected);
});

Deno.test("originsOf: what is written beside a preset of memory is the profile's", () => {
  const memory = { preset: "light", consolidation_threshold_files: 3 } as const;
  const found = origins({ memory }, { raw: { memory } });
  assert.equal(
    print(found.get("memory.consolidation_threshold_files")),
    "profile memory.consolidation_threshold_files",
  );
  assert.equal(
    print(found.get("memory.consolidation_threshold_bytes")),
    'memory.preset("light") memory.preset',
  );
});
