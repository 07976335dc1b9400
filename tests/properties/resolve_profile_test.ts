import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { parse } from "npm:smol-toml@1.9.1";
import type { JsonValue } from "../../lib/base/json.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { manifestDigest } from "../../lib/manifest/manifest_digest.ts";
import { PodManifestSchema } from "../../lib/api/zod_schemas.ts";
import { printManifest } from "../../lib/print/print_manifest.ts";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import type { ScopeRule } from "../../lib/schema/scope.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { profileInput } from "../arbitraries/profile_input.ts";

const MODELS = [
  "codex-oauth/gpt-5.5",
  "anthropic/claude-opus-4-8",
  "anthropic/claude-sonnet-4-6",
  "gemini/gemini-2.5-flash-lite",
  "openrouter/anthropic/claude-sonnet-4.6",
  "ollama-local/qwen3-coder",
  "openai/unheard-of",
] as const;

/** What few models take, or what rules out something else. */
const RISKY: Readonly<Record<string, readonly string[]>> = {
  worker: ["max_tokens", "reasoning", "temperature", "top_k", "top_p"],
  memory: ["extract_threshold_ratio"],
  web: ["search", "fetch"],
};

/** A profile's fields, without what is risky. */
function careful<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).map(([section, value]) => [
      section,
      RISKY[section]
        ? Object.fromEntries(
          Object.entries(value).filter(([name]) =>
            !RISKY[section]!.includes(name)
          ),
        )
        : value,
    ]),
  ) as T;
}

/** Mostly good, at times with a mistake: with models that there are, paths that may be. */
const profile: fc.Arbitrary<JsonValue> = fc.tuple(
  fc.tuple(profileInput, fc.nat(4)).map(([fields, risk]) =>
    risk === 0 ? fields : careful(fields)
  ),
  fc.constantFrom(...MODELS),
  fc.constantFrom("low", "balanced", "high", "max", undefined),
  fc.option(fc.constantFrom("long_coding", "research", "balanced", "frugal"), {
    freq: 3,
  }),
  fc.option(fc.constantFrom({ nonsense: 1 }, { pod: {} }), { freq: 1 }),
).map(([fields, ref, quality, preset, mistake]) =>
  plain({
    ...fields,
    model: { ref, quality },
    compaction: preset === null
      ? fields.compaction && { ...fields.compaction, model: undefined }
      : { preset, model: MODELS[0] },
    memory: fields.memory && {
      ...fields.memory,
      workspace_root: "memory",
      extract_model: MODELS[0],
      consolidation_model: undefined,
    },
    skills: fields.skills && { directories: ["skills"] },
    ...mistake,
  })
);

function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

/** The same data, with the keys of every object in another order. */
function turned(value: JsonValue, by: number): JsonValue {
  if (Array.isArray(value)) return value.map((item) => turned(item, by));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const at = by % (entries.length || 1);
  return Object.fromEntries(
    [...entries.slice(at), ...entries.slice(0, at)].reverse()
      .map(([key, item]) => [key, turned(item, by)]),
  );
}

function lua(value: JsonValue): string {
  if (typeof value === "string") {
    const bytes = new TextEncoder().encode(value);
    return `"${
      [...bytes].map((byte) => `\\${String(byte).padStart(3, "0")}`).join("")
    }"`;
  }
  if (value === null || typeof value !== "object") {
    return value === null ? "nil" : String(value);
  }
  return Array.isArray(value)
    ? `{ ${value.map(lua).join(", ")} }`
    : `{ ${
      Object.entries(value).map(([key, item]) => `[${lua(key)}] = ${lua(item)}`)
        .join(", ")
    } }`;
}

interface Outcome {
  readonly json?: string;
  /** The digest leaves out what tells one source text from another. */
  readonly digest?: string;
  readonly said: readonly string[];
}

async function resolve(
  file: "p.json" | "p.lua",
  text: string,
  delegatedScope?: readonly ScopeRule[],
): Promise<Outcome> {
  const system = memorySystem({ cwd: "/ws", files: { [`/ws/${file}`]: text } });
  const options = { podName: "x", workspace: "/ws", delegatedScope, system };
  try {
    const { manifest, digest, warnings } = await resolveProfile({
      ...options,
      selector: `./${file}`,
    });
    return {
      json: printManifest(manifest, "json"),
      digest,
      said: warnings.map(({ code, path }) => `${code} ${path}`),
    };
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return {
      said: error.diagnostics.map(({ code, path }) => `${code} ${path}`),
    };
  }
}

Deno.test("resolveProfile: twice the same gives the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(profile, async (data) => {
      const text = JSON.stringify(data);
      assert.deepEqual(
        await resolve("p.json", text),
        await resolve("p.json", text),
      );
    }),
    { numRuns: 40 },
  );
});

Deno.test("resolveProfile: the order of keys, and the language, do not matter", async () => {
  let good = 0;
  await fc.assert(
    fc.asyncProperty(profile, fc.nat(7), async (data, by) => {
      const one = await resolve("p.json", JSON.stringify(data));
      const other = await resolve("p.json", JSON.stringify(turned(data, by)));
      const asLua = await resolve("p.lua", `return ${lua(turned(data, by))}`);
      if (one.digest) good++;
      for (const again of [other, asLua]) {
        assert.equal(again.digest, one.digest);
        assert.deepEqual(again.said.toSorted(), one.said.toSorted());
      }
    }),
    { numRuns: 60 },
  );
  assert.ok(good > 15, `only ${good} were good`);
});

Deno.test("resolveProfile: what it makes is valid, survives TOML, and has the digest it says", async () => {
  await fc.assert(
    fc.asyncProperty(profile, async (data) => {
      const { json, digest } = await resolve("p.json", JSON.stringify(data));
      if (json === undefined) return;
      const manifest = PodManifestSchema.parse(JSON.parse(json));
      const { profile: _, ...rest } = manifest;
      assert.equal(await manifestDigest(rest), digest);
      const back = PodManifestSchema.parse(
        plain(parse(printManifest(manifest, "toml"))),
      );
      assert.equal(printManifest(back, "json"), json);
    }),
    { numRuns: 40 },
  );
});

const rule: fc.Arbitrary<ScopeRule> = fc.record({
  target: fc.constantFrom("/", "/ws", "/ws/src", "/srv"),
  permission: fc.constantFrom("read", "write"),
  recursive: fc.boolean(),
});

Deno.test("resolveProfile: no profile gets more than is delegated", async () => {
  await fc.assert(
    fc.asyncProperty(
      profile,
      fc.array(rule, { minLength: 1, maxLength: 4 }),
      async (data, delegated) => {
        const { json } = await resolve(
          "p.json",
          JSON.stringify(data),
          delegated,
        );
        if (json === undefined) return;
        const { allow, deny } = JSON.parse(json).scope;
        assert.deepEqual(deny, []);
        assert.equal(allow.length, delegated.length);
        allow.forEach((got: ScopeRule, index: number) => {
          const given = delegated[index]!;
          assert.equal(got.target, given.target);
          assert.equal(got.recursive, given.recursive);
          assert.ok(got.permission === "read" || given.permission === "write");
        });
      },
    ),
    { numRuns: 40 },
  );
});
