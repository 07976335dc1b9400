import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { valueAt } from "../../lib/base/field_path.ts";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import { effectiveWindow } from "../../lib/catalog/effective_window.ts";
import type { Origin } from "../../lib/manifest/origin.ts";
import { MEMORY_PRESETS } from "../../lib/manifest/policies/presets.ts";
import { explainedValues } from "../../lib/print/print_explanation.ts";
import { fieldPaths } from "../../lib/schema/field_paths.ts";
import { MANIFEST } from "../../lib/schema/field_table.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import type { ScopeRule } from "../../lib/schema/scope.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { BUILTIN_CATALOG } from "../catalog/builtin_catalog.ts";

const DEFAULTS = new Map(
  [...fieldPaths(MANIFEST)].flatMap(({ path, field: { default: value } }) =>
    value === undefined ? [] : [[path.join("."), value] as const]
  ),
);

const PROVIDER_FIELDS: Readonly<Record<string, string>> = {
  auth: "auth_hint",
  capability: "default_capability",
  context_window: "default_context_window",
};

/** What the runtime takes where nobody says it, by wire scheme. */
const SCHEMES: Readonly<
  Record<string, { readonly env: string; readonly base_url: string }>
> = {
  anthropic: {
    env: "INSOMNIA_API_KEY_ANTHROPIC",
    base_url: "https://api.anthropic.com",
  },
  openai_chat: {
    env: "INSOMNIA_API_KEY_OPENAI",
    base_url: "https://api.openai.com",
  },
  openai_responses: {
    env: "INSOMNIA_API_KEY_OPENAI",
    base_url: "https://api.openai.com/v1",
  },
  gemini: {
    env: "INSOMNIA_API_KEY_GEMINI",
    base_url: "https://generativelanguage.googleapis.com",
  },
};

/** What a launch of the test gives, as far as a scope is made from it. */
interface Given {
  readonly profile: Readonly<Record<string, unknown>>;
  readonly delegatedScope?: readonly ScopeRule[] | undefined;
}

/** The value that a default says in words. */
function inWords(
  path: string,
  reason: string,
  { model, worker, compaction }: PodManifest,
): unknown {
  const parts = path.split(".");
  const [, budget, answer, bound = Infinity] =
    /^the budget of (\d+) tokens and (\d+) for the answer(?:, at most (\d+): .+)?$/
      .exec(reason) ?? [];
  if (budget !== undefined) {
    assert.equal(Number(budget), worker.reasoning, path);
    return Math.min(Number(budget) + Number(answer), Number(bound));
  }
  const [, tokens] =
    /^(\d+), at most the window of the model that compacts$/.exec(reason) ?? [];
  if (tokens !== undefined) {
    assert.equal(path, "compaction.worker_context_max_tokens");
    return Math.min(
      Number(tokens),
      effectiveWindow(compaction?.model ?? model),
    );
  }
  const scheme = SCHEMES[model.scheme]!;
  switch (reason) {
    case "the variable of the wire scheme":
      assert.deepEqual(parts.slice(0, -1), ["model", "auth"]);
      return scheme.env;
    case "the address of the credential, else of the wire scheme":
      return model.auth.kind === "codex_oauth"
        ? "https://chatgpt.com/backend-api/codex"
        : scheme.base_url;
    case "what the runtime takes a model of the wire scheme to do":
      return valueAt({
        tool_calling: "parallel",
        structured_output: "json_schema",
        vision: model.scheme === "gemini",
        prompt_caching: { kind: "auto" },
      }, parts.slice(2));
    case "no limit below `context_window`":
      return model.context_window;
    case "a profile's scope is `workspace_write`":
      return "write";
  }
  return assert.fail(`${path}: nobody checks \`${reason}\``);
}

/** What a preset's size is where it leaves the answer its room. */
function intoRoom(
  path: string,
  { model, worker }: PodManifest,
  { compaction }: Given["profile"],
): number {
  const sent = model.auth.kind === "codex_oauth"
    ? 0
    : worker.max_tokens ?? (model.scheme === "anthropic" ? 4096 : 0);
  const room = Math.min(effectiveWindow(model), model.context_window - sent);
  if (path === "compaction.request_threshold") return room;
  assert.equal(path, "compaction.threshold");
  const preset = valueAt(compaction, ["preset"]) as string;
  const [n, d] = { long_coding: [5, 6], research: [13, 16], frugal: [4, 5] }[
    preset
  ]!;
  return Math.floor(room * n! / d!);
}

/** What the launch gave a rule of the scope, less what the intent takes away. */
function launched(
  path: string,
  input: string,
  { delegatedScope }: Given,
): unknown {
  const [, index, field] = /^scope\.allow\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  const rules = input === "delegatedScope" ? delegatedScope : undefined;
  const rule = input === "workspaceBase" && delegatedScope === undefined
    ? { target: "/ws", recursive: true }
    : rules?.[Number(index)];
  return valueAt(rule, [field!]);
}

/** The value that an origin says, computed from nothing but the origin. */
function recompute(
  path: string,
  origin: Origin,
  given: Given,
  manifest: PodManifest,
): unknown {
  const { profile } = given;
  const parts = path.split(".");
  if ("computed" in origin && origin.computed) {
    const changed = origin.kind === "preset" && origin.changes
      ? origin.changes.at(-1)
      : undefined;
    const [, last] = /^(?:raised|lowered) to (\d+)/.exec(changed ?? "") ?? [];
    if (last !== undefined) return Number(last);
    const [, n = "", d = "", window = ""] =
      /^(\d+)\/(\d+) of (\d+) tokens/.exec(origin.computed.arithmetic) ?? [];
    assert.match(origin.computed.window, new RegExp(`^${window} = `));
    const tokens = Number(BigInt(n) * BigInt(window) / BigInt(d));
    const [, before] =
      /^lowered from (\d+) to leave the answer its room$/.exec(changed ?? "") ??
        [];
    if (before === undefined) return tokens;
    assert.equal(Number(before), tokens, path);
    return intoRoom(path, manifest, profile);
  }
  switch (origin.kind) {
    case "catalog": {
      const at = parts.lastIndexOf("model");
      const [field = "", ...rest] = parts.slice(at + 1);
      const row = origin.file === "models"
        ? BUILTIN_CATALOG.models.find(({ provider, id }) =>
          origin.entry === `${provider}/${id}`
        )
        : BUILTIN_CATALOG.providers.find(({ id }) => id === origin.entry);
      const known = origin.file === "providers"
        ? PROVIDER_FIELDS[field] ?? field
        : field;
      return valueAt(
        row,
        path === "worker.max_tokens"
          ? ["default_max_tokens"]
          : [known, ...rest],
      );
    }
    case "launch":
      return origin.input === "podName"
        ? "demo"
        : launched(path, origin.input, given);
    case "preset": {
      const [, memory] = /^memory\.preset\("(\w+)"\)$/.exec(origin.preset) ??
        [];
      if (memory !== undefined) {
        return valueAt(
          MEMORY_PRESETS[memory as keyof typeof MEMORY_PRESETS],
          parts.slice(1),
        );
      }
      const [, retention] = /^retention = "(\w+)"$/.exec(origin.preset) ?? [];
      if (retention !== undefined) {
        const factor = { short: 0.5, normal: 1, long: 2 }[retention]!;
        return Number(DEFAULTS.get(path)) * factor;
      }
      return undefined;
    }
    case "profile": {
      const { field } = origin;
      const written = valueAt(profile, field) ??
        valueAt(profile, field.slice(0, -1));
      if (field.at(-1) === "ref") {
        const ref = String(written);
        return ref.slice(ref.indexOf("/") + 1);
      }
      return field.at(-1) === "intent"
        ? String(written).replace("workspace_", "")
        : written;
    }
    case "default":
      return origin.reason === undefined
        ? DEFAULTS.get(path)
        : inWords(path, origin.reason, manifest);
    case "manifest":
      return undefined;
  }
}

const share = fc.integer({ min: 1, max: 99 }).map((n) => n / 100);

const quality = fc.constantFrom("low", "balanced", "high", "max", undefined);

const model = fc.oneof(
  fc.record({
    ref: fc.constantFrom(...BUILTIN_CATALOG.models)
      .map(({ provider, id }) => `${provider}/${id}`),
    quality,
    max_context_window: fc.constantFrom(undefined, 50_000),
  }),
  fc.record({
    scheme: fc.constantFrom(...Object.keys(SCHEMES)),
    model_id: fc.constant("own"),
    quality,
    auth: fc.constantFrom(
      { kind: "none" },
      { kind: "api_key" },
      { kind: "secret_ref", ref: "llm.own" },
      { kind: "codex_oauth" },
    ),
    capability: fc.constantFrom(undefined, {
      tool_calling: "sequential",
      structured_output: "none",
      reasoning: "budget_tokens",
      prompt_caching: { kind: "auto" },
    }),
    context_window: fc.constantFrom(undefined, 100_000),
  }),
);

const rule = fc.record({
  target: fc.constantFrom("/ws", "/ws/part", "/elsewhere"),
  permission: fc.constantFrom("read", "write"),
  recursive: fc.boolean(),
}) as fc.Arbitrary<ScopeRule>;

/** What each kind of origin was checked for, so that none is passed over. */
const MET: readonly string[] = [
  "catalog",
  "default",
  "default: 50000, at most the window of the model that compacts",
  "default: a profile's scope is `workspace_write`",
  "default: no limit below `context_window`",
  "default: the address of the credential, else of the wire scheme",
  "default: the budget",
  "default: the variable of the wire scheme",
  "default: what the runtime takes a model of the wire scheme to do",
  "launch: delegatedScope",
  "launch: podName",
  "launch: workspaceBase",
  "preset",
  "profile",
];

function nameOf(origin: Origin): string {
  return origin.kind === "launch"
    ? `launch: ${origin.input}`
    : origin.kind === "default" && origin.reason !== undefined
    ? `default: ${origin.reason.replace(/^(the budget) of .*/, "$1")}`
    : origin.kind;
}

Deno.test("originsOf says of every value what it can be computed from", async () => {
  let compared = 0;
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      model,
      fc.constantFrom("workspace_read", "workspace_write", undefined),
      fc.oneof(
        fc.constant(undefined),
        fc.record({
          preset: fc.constantFrom("long_coding", "research", "frugal"),
          retention: fc.constantFrom("short", "long", undefined),
        }),
        share.map((ratio) => ({
          threshold: { ratio: ratio / 4 },
          request_threshold: { ratio: ratio / 2 + 0.4 },
        })),
        fc.constant({ threshold: 20_000, request_threshold: 30_000 }),
      ),
      fc.oneof(
        fc.constant(undefined),
        fc.record({ preset: fc.constantFrom("long_context", "light") }),
        share.map((extract_threshold_ratio) => ({ extract_threshold_ratio })),
      ),
      fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
      fc.option(fc.array(rule, { minLength: 1, maxLength: 4 }), {
        nil: undefined,
      }),
      async (model, scope, compaction, memory, max_turns, delegatedScope) => {
        const profile = JSON.parse(JSON.stringify({
          model,
          scope,
          compaction,
          memory,
          worker: { max_turns },
        }));
        const resolved = await resolveProfile({
          selector: "./p.json",
          podName: "demo",
          workspace: "/ws",
          delegatedScope,
          system: memorySystem({
            files: { "/ws/p.json": JSON.stringify(profile) },
          }),
        }).catch(() => undefined);
        // A window may be too small for what was drawn.
        if (!resolved) return;
        const { manifest, origins } = resolved;
        const given = { profile, delegatedScope };
        for (
          const { path, value, origin } of explainedValues(manifest, origins)
        ) {
          const again = recompute(path, origin, given, manifest);
          met.add(nameOf(origin));
          if (again === undefined) {
            // Only a preset whose changes are in words gives no value.
            assert.ok(
              origin.kind === "preset",
              `${path}: ${JSON.stringify(origin)}`,
            );
            continue;
          }
          compared++;
          assert.deepEqual(value, again, `${path}: ${JSON.stringify(origin)}`);
        }
        const [intent] = [...scope?.match(/read|write/) ?? ["write"]];
        manifest.scope.allow.forEach(({ permission }, index) => {
          const granted = delegatedScope?.[index]?.permission ?? intent;
          assert.equal(permission, intent === "read" ? "read" : granted);
        });
      },
    ),
    { numRuns: 200 },
  );
  assert.ok(compared > 2000, String(compared));
  assert.deepEqual([...met].sort(), MET);
});
