import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { evaluateLua } from "../../lib/api/evaluate_lua.ts";
import { joinPath } from "../../lib/base/file_path.ts";
import type { JsonObject } from "../../lib/base/json.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import {
  printFrozenProfile,
  whyNotCarried,
} from "../../lib/store/frozen_profile.ts";
import { podManifest } from "../arbitraries/pod_manifest.ts";
import { BASE } from "../manifest/compare/base_manifest.ts";

const FOLDER = "/data/pods/demo";

/** What a frozen profile has to be, said another way: a copy with a few changes. */
function expected(manifest: PodManifest): unknown {
  const { pod, scope, profile, ...rest } = structuredClone(manifest);
  const table = rest as unknown as Record<string, Record<string, unknown>>;
  table.slug = (profile?.profile.name ?? pod.name) as never;
  if (profile?.profile.description !== undefined) {
    table.description = profile.profile.description as never;
  }
  table.scope = `workspace_${scope.allow[0]!.permission}` as never;
  return withoutEmptyLists(table);
}

function withoutEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => !(Array.isArray(item) && item.length === 0))
      .map(([key, item]) => [key, withoutEmptyLists(item)]),
  );
}

// deno-lint-ignore no-explicit-any -- read as another program does
type Loose = any;

/** The evaluated profile with its relative paths as the resolver reads them. */
function withAbsolutePaths(data: JsonObject): unknown {
  const table: Loose = structuredClone(data);
  const absolute = (section: Loose, key: string) => {
    if (section?.[key] === undefined) return;
    section[key] = joinPath(FOLDER, section[key]);
  };
  absolute(table.model?.auth, "file");
  absolute(table.compaction?.model?.auth, "file");
  absolute(table.memory, "workspace_root");
  if (table.skills?.directories) {
    table.skills.directories = table.skills.directories.map((path: string) =>
      joinPath(FOLDER, path)
    );
  }
  return table;
}

Deno.test("printFrozenProfile: Lua that gives the manifest back, whatever is in it", () => {
  fc.assert(
    fc.property(podManifest, (manifest) => {
      const text = printFrozenProfile(manifest, FOLDER);
      assert.match(text, /^[\n -~]*$/, "ASCII alone");
      const data = evaluateLua(text) as JsonObject;
      assert.deepEqual(
        JSON.parse(JSON.stringify(withAbsolutePaths(data))),
        JSON.parse(JSON.stringify(expected(manifest))),
      );
    }),
    { numRuns: 150 },
  );
});

Deno.test("printFrozenProfile: a profile as a person can read it", () => {
  assert.equal(
    printFrozenProfile({
      ...BASE,
      model: {
        ...BASE.model,
        auth: { kind: "api_key", file: "/home/ada/key" },
      },
      web: { enabled: true, fetch: {} },
      skills: { directories: ["/ws/skills"] },
    }, FOLDER),
    `-- Frozen by insomnia-profile: the manifest of one Pod, not a profile to edit.
return {
  slug = "demo",
  model = {
    scheme = "anthropic",
    base_url = "https://api.anthropic.com",
    model_id = "m",
    auth = {
      kind = "api_key",
      file = "../../../home/ada/key",
    },
    capability = {
      tool_calling = "none",
      structured_output = "none",
      vision = false,
      prompt_caching = {
        kind = "auto",
      },
    },
    context_window = 200000,
    max_context_window = 200000,
  },
  worker = {
    instruction = "$insomnia/default",
    language = "",
    tool_output = {
      default_max_bytes = 65536,
      per_tool = {},
    },
    file_upload = {
      max_bytes = 262144,
    },
    max_turns = 10,
    reasoning = "medium",
  },
  scope = "workspace_write",
  session = {
    record_event_trace = false,
  },
  web = {
    enabled = true,
    fetch = {},
  },
  skills = {
    directories = {
      "../../../ws/skills",
    },
  },
}
`,
  );
});

const rule = BASE.scope.allow[0]!;
for (
  const [what, manifest, isFolder, expected] of [
    ["one folder", BASE, true, undefined],
    ["a file", BASE, false, "a scope rule that is not about a folder"],
    [
      "two rules",
      { ...BASE, scope: { allow: [rule, rule], deny: [] } },
      true,
      "several scope rules",
    ],
    [
      "not recursive",
      { ...BASE, scope: { allow: [{ ...rule, recursive: false }], deny: [] } },
      true,
      "a scope rule that is not recursive",
    ],
    [
      "a denied path",
      { ...BASE, scope: { allow: [rule], deny: [rule] } },
      true,
      "a denied path",
    ],
    [
      "a prompt pack",
      { ...BASE, pod: { name: "demo", prompt_pack: "/p" } },
      true,
      "a prompt pack",
    ],
  ] as const
) {
  Deno.test(`whyNotCarried: ${what}`, () => {
    assert.equal(whyNotCarried(manifest, isFolder), expected);
  });
}
