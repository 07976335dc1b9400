import assert from "node:assert/strict";
import { MOST_PROBLEMS } from "../../lib/base/cut_problems.ts";
import type { JsonValue } from "../../lib/base/json.ts";
import type { Problem } from "../../lib/base/problem.ts";
import {
  validateModels,
  validateProviders,
} from "../../lib/catalog/validate_catalog.ts";
import { completeManifest } from "../../lib/manifest/complete_manifest.ts";
import { validateProfile } from "../../lib/profile/validate_profile.ts";
import { unknownStrings } from "../../lib/profile/values_to_hide.ts";
import { validateRegistry } from "../../lib/registry/validate_registry.ts";
import { BUILTIN_CATALOG } from "../catalog/builtin_catalog.ts";
import { countedDocument } from "./counted_document.ts";

// How often a check looks into a document of every kind, at n, 2n and 4n: at
// most in proportion to it, whatever is wrong with it.

const SIZES = [500, 1000, 2000] as const;

type Fields = Readonly<Record<string, unknown>>;

const table = (count: number, name: string, value: (at: number) => unknown) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`${name}${at}`, value(at)]),
  );
const items = (count: number, item: (at: number) => unknown) =>
  Array.from({ length: count }, (_, at) => item(at));

const nested = (depth: number): unknown =>
  depth === 0 ? 1 : { a: nested(depth - 1), b: [depth] };

const MODEL = { model: "codex-oauth/gpt-5.5" };

/** What a profile and a manifest file have of many, rightly or wrongly. */
const SECTIONS: Readonly<Record<string, (count: number) => Fields>> = {
  "unknown fields at the top": (n) => table(n, "f", () => "x"),
  "unknown fields of a section": (n) => ({ worker: table(n, "f", () => "x") }),
  "fields that are nearly known": (n) => ({
    worker: table(n, "max_token", () => 1),
  }),
  "an unknown field of many": (n) => ({ nonsense: table(n, "f", () => "x") }),
  "a list where a table belongs": (n) => ({ worker: items(n, () => 1) }),
  "stop sequences": (n) => ({
    worker: { stop_sequences: items(n, () => "x") },
  }),
  "stop sequences that are none": (n) => ({
    worker: { stop_sequences: items(n, () => 1) },
  }),
  "tools": (n) => ({
    worker: { tool_output: { per_tool: table(n, "t", () => 1) } },
  }),
  "tools without a number": (n) => ({
    worker: { tool_output: { per_tool: table(n, "t", () => "x") } },
  }),
  "rules": (n) => ({
    permissions: {
      default_action: "deny",
      rule: items(n, (at) => ({
        tool: `T${at}`,
        pattern: "*",
        action: "allow",
      })),
    },
  }),
  "rules that lack everything": (n) => ({
    permissions: { default_action: "deny", rule: items(n, () => ({})) },
  }),
  "folders of skills": (n) => ({
    skills: { directories: items(n, (at) => `s${at}`) },
  }),
  "secrets": (n) => ({
    worker: { stop_sequences: items(n, () => "AKIAIOSFODNN7EXAMPLE") },
  }),
  "fields of secrets": (n) => table(n, "f", () => ({ password: "hunter2" })),
  "names that are secrets": (n) =>
    table(n, "AKIAIOSFODNN7EXA", (at) => String(at)),
  "paths of one machine": (n) => ({
    skills: { directories: items(n, () => "/opt/skills") },
  }),
  "other people's fields": (n) => table(n, "f", () => ({ target: "/" })),
  "tables in tables": (n) => table(n / 25, "f", () => nested(20)),
};

const context = {
  catalog: BUILTIN_CATALOG,
  trustedOrigins: [],
  isUsersWord: () => false,
  directory: "/ws",
};

const provider = (id: string): Fields => ({
  id,
  display_name: id,
  scheme: "openai_chat",
  auth_hint: { kind: "none" },
});

interface Row {
  readonly document: (count: number) => unknown;
  readonly check: (document: unknown) => Promise<number>;
}

type Checked =
  | { readonly problems: readonly Problem[] }
  | { readonly content: unknown };

const problemsOf = (checked: Checked): number =>
  "problems" in checked ? checked.problems.length : 0;

const registry = (document: (count: number) => Fields): Row => ({
  document,
  check: async (document) =>
    problemsOf(await validateRegistry(document as Fields, "project")),
});
const models = (model: (at: number) => Fields): Row => ({
  document: (n) => ({ model: items(n, model) }),
  check: async (document) =>
    problemsOf(await validateModels(document, BUILTIN_CATALOG.providers)),
});
const providers = (entry: (at: number) => Fields): Row => ({
  document: (n) => ({ provider: items(n, entry) }),
  check: async (document) => problemsOf(await validateProviders(document)),
});

const ROWS: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(
    Object.entries(SECTIONS).flatMap(([name, fields]) => [
      [`a profile with ${name}`, {
        document: (n: number) => ({ ...MODEL, ...fields(n) }),
        check: async (document: unknown) =>
          problemsOf(await validateProfile(document as JsonValue, context)),
      }],
      [`a manifest file with ${name}`, {
        document: (n: number) => ({
          pod: { name: "x" },
          model: { ref: "codex-oauth/gpt-5.5" },
          scope: { allow: [{ target: "/ws", permission: "write" }] },
          ...fields(n),
        }),
        check: async (document: unknown) => {
          const { problems } = await completeManifest(document, {
            directory: "/ws",
            catalog: BUILTIN_CATALOG,
          });
          unknownStrings(problems, document, BUILTIN_CATALOG);
          return problems.length;
        },
      }],
    ]),
  ),
  "a manifest file with scope rules": {
    document: (n) => ({
      pod: { name: "x" },
      model: { ref: "codex-oauth/gpt-5.5" },
      scope: {
        allow: items(n, (at) => ({ target: `/a${at}`, permission: "read" })),
        deny: items(n, (at) => ({ target: `/b${at}`, permission: "no" })),
      },
    }),
    check: async (document) =>
      problemsOf(
        await completeManifest(document, {
          directory: "/ws",
          catalog: BUILTIN_CATALOG,
        }),
      ),
  },
  "a registry of entries": registry((n) => ({
    profile: table(n, "p", () => "a.lua"),
  })),
  "a registry with wrong entries": registry((n) => ({
    profile: table(n, "p", () => 1),
  })),
  "a registry with wrong fields of entries": registry((n) => ({
    profile: table(n, "p", () => ({ paht: "a.lua" })),
  })),
  "a registry with unknown fields": registry((n) => table(n, "f", () => 1)),
  "a registry of wrong aliases": registry((n) => ({
    alias: table(n, "a", () => "x"),
  })),
  "a registry of aliases": registry((n) => ({
    alias: table(n, "a", () => "project:x"),
  })),
  "a registry with origins": registry((n) => ({
    trusted_origins: items(n, () => "x"),
  })),
  "a catalog of models": models((at) => ({
    id: `m${at}`,
    provider: "anthropic",
    context_window: 100_000,
  })),
  "a catalog of models without a provider": models((at) => ({
    id: `m${at}`,
    provider: "nobody",
  })),
  "a catalog of one model, again and again": models(() => ({
    id: "m",
    provider: "anthropic",
  })),
  "a catalog of models with unknown fields": models((at) => ({
    id: `m${at}`,
    provider: "anthropic",
    contxt_window: 1,
  })),
  "a catalog of models with efforts": models((at) => ({
    id: `m${at}`,
    provider: "anthropic",
    reasoning_efforts: items(10, (at) => `e${at}`),
    replacement: `m${at + 1}`,
  })),
  "a catalog of providers": providers((at) => provider(`p${at}`)),
  "a catalog of one provider, again and again": providers(() => provider("p")),
  "a catalog of providers that lack everything": providers(() => ({})),
};

for (const [name, { document, check }] of Object.entries(ROWS)) {
  Deno.test(`schema visits: ${name}`, async () => {
    const counted: number[] = [];
    for (const size of SIZES) {
      const { document: looked, visits } = countedDocument(document(size));
      const problems = await check(looked);
      assert.ok(problems <= MOST_PROBLEMS + 5, `${problems} problems`);
      counted.push(visits());
    }
    const [one, two, four] = counted;
    assert.ok(one! > 0);
    // Anything beyond is worse than linear.
    assert.ok(two! <= 2.1 * one!, counted.join(", "));
    assert.ok(four! <= 4.2 * one!, counted.join(", "));
  });
}

Deno.test("schema visits are counted: a second look into a document counts twice", () => {
  const { document, visits } = countedDocument({ a: [1, 2] });
  const once = JSON.stringify(document) && visits();
  JSON.stringify(document);
  assert.equal(visits(), 2 * Number(once));
});
