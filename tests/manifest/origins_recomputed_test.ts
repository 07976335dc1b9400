import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import { valueAt } from "../../lib/base/field_path.ts";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import type { Origin } from "../../lib/manifest/origin.ts";
import { MEMORY_PRESETS } from "../../lib/manifest/policies/presets.ts";
import { explainedValues } from "../../lib/print/print_explanation.ts";
import { fieldPaths } from "../../lib/schema/field_paths.ts";
import { MANIFEST } from "../../lib/schema/field_table.ts";
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

/** The value that an origin says, computed from nothing but the origin. */
function recompute(
  path: string,
  origin: Origin,
  profile: Readonly<Record<string, unknown>>,
): unknown {
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
    return Number(BigInt(n) * BigInt(window) / BigInt(d));
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
      if (origin.input === "podName") return "demo";
      if (origin.input === "workspaceBase") {
        return path.endsWith("target") ? "/ws" : true;
      }
      return undefined;
    case "preset": {
      const [, name] = /^memory\.preset\("(\w+)"\)$/.exec(origin.preset) ?? [];
      return name === undefined ? undefined : valueAt(
        MEMORY_PRESETS[name as keyof typeof MEMORY_PRESETS],
        parts.slice(1),
      );
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
      return origin.reason === undefined ? DEFAULTS.get(path) : undefined;
    case "manifest":
      return undefined;
  }
}

const share = fc.integer({ min: 1, max: 99 }).map((n) => n / 100);

Deno.test("originsOf says of every value what it can be computed from", async () => {
  let compared = 0;
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...BUILTIN_CATALOG.models),
      fc.constantFrom("workspace_read", "workspace_write", undefined),
      fc.oneof(
        fc.constant(undefined),
        fc.record({
          preset: fc.constantFrom("long_coding", "research", "frugal"),
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
      async ({ provider, id }, scope, compaction, memory, max_turns) => {
        const profile = JSON.parse(JSON.stringify({
          model: `${provider}/${id}`,
          scope,
          compaction,
          memory,
          worker: { max_turns },
        }));
        const resolved = await resolveProfile({
          selector: "./p.json",
          podName: "demo",
          workspace: "/ws",
          system: memorySystem({
            files: { "/ws/p.json": JSON.stringify(profile) },
          }),
        }).catch(() => undefined);
        // A window may be too small for what was drawn.
        if (!resolved) return;
        const { manifest, origins } = resolved;
        for (
          const { path, value, origin } of explainedValues(manifest, origins)
        ) {
          const again = recompute(path, origin, profile);
          kinds.add(origin.kind);
          if (again === undefined) {
            // Only a rule in words, or a preset of another kind, gives no figure.
            assert.ok(
              origin.kind === "default" || origin.kind === "preset",
              `${path}: ${JSON.stringify(origin)}`,
            );
            continue;
          }
          compared++;
          assert.deepEqual(value, again, `${path}: ${JSON.stringify(origin)}`);
        }
      },
    ),
    { numRuns: 100 },
  );
  assert.ok(compared > 1000, String(compared));
  assert.deepEqual(
    [...kinds].sort(),
    ["catalog", "default", "launch", "preset", "profile"],
  );
});
