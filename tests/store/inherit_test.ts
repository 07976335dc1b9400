import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import type { Scope, ScopeRule } from "../../lib/schema/scope.ts";
import { inheritManifest } from "../../lib/store/inherit_manifest.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import type { System } from "../../lib/system/system.ts";
import { BASE } from "../manifest/compare/base_manifest.ts";
import {
  ALL_PATHS,
  grants,
  isMore,
  scope,
} from "../manifest/compare/path_model.ts";

const parentWith = (scope: Scope) => ({ ...BASE, scope });
const rule = (text: string): ScopeRule => {
  const [words = "", target = ""] = text.split(":");
  const [permission, option] = words.split(",");
  return {
    target,
    permission: permission as ScopeRule["permission"],
    recursive: option === undefined,
  };
};
const scopeOf = (allow: string[], deny: string[] = []): Scope => ({
  allow: allow.map(rule),
  deny: deny.map(rule),
});

async function inherit(
  system: System,
  parent: Scope,
  ...rules: readonly string[]
): Promise<string> {
  try {
    const child = await inheritManifest(system, parentWith(parent), {
      podName: "kid",
      delegatedScope: rules.map(rule),
    });
    return child.scope.allow.map(({ target }) => target).join();
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    assert.equal(error.code, "scope-exceeded");
    return `${error.message}; ${error.diagnostics[0]?.help}`;
  }
}

Deno.test("inheritManifest: exactly what a brute-force model of paths says", async () => {
  const counted = { inside: 0, outside: 0 };
  await fc.assert(
    fc.asyncProperty(scope, scope, async (parent, wanted) => {
      const child = { allow: wanted.allow.slice(0, 2), deny: [] };
      const exceeds = ALL_PATHS.some((path) =>
        isMore(grants(child, path), grants(parent, path))
      );
      counted[exceeds ? "outside" : "inside"]++;
      const work = inheritManifest(memorySystem(), parentWith(parent), {
        podName: "kid",
        delegatedScope: child.allow,
      });
      if (exceeds) {
        return await assert.rejects(work, { code: "scope-exceeded" });
      }
      const manifest = await work;
      // What it got is what was asked for, nothing of the parent's beside it.
      for (const path of ALL_PATHS) {
        assert.equal(grants(manifest.scope, path), grants(child, path), path);
      }
    }),
    { numRuns: 800 },
  );
  assert(counted.inside > 20 && counted.outside > 40, JSON.stringify(counted));
});

const WORLD = memorySystem({
  files: { "/ws/docs/a.md": "", "/etc/passwd": "", "/ws/secret/key": "" },
  directories: ["/ws/src"],
  links: {
    "/ws/out": "/etc",
    "/ws/in": "src",
    "/home/ws": "/ws",
    "/ws/dangling": "/etc/none",
  },
});

for (
  const [what, parent, rules, expected] of [
    [
      "a folder of it",
      scopeOf(["write:/ws"]),
      ["read:/ws/docs"],
      /^\/ws\/docs$/,
    ],
    [
      "what is not there yet",
      scopeOf(["write:/ws"]),
      ["write:/ws/new/deep"],
      /^\/ws\/new\/deep$/,
    ],
    [
      "writing where it may read",
      scopeOf(["read:/ws"]),
      ["write:/ws/src"],
      /^cannot delegate `write:\/ws\/src`: the Pod `demo` may not write `\/ws\/src`; it may only read there/,
    ],
    ["what a rule denies", scopeOf(["write:/ws"], ["read:/ws/secret"]), [
      "read:/ws",
    ], /may not read `\/ws\/secret`; its rule `read:\/ws\/secret` denies it/],
    ["more than what is directly in it", scopeOf(["read,nonrecursive:/ws"]), [
      "read:/ws",
    ], /may not read what else is below `\/ws`/],
    ["two rules, the second too much", scopeOf(["write:/ws"]), [
      "read:/ws",
      "read:/etc",
    ], /^cannot delegate `read:\/etc`/],
    ["through a link that stays inside", scopeOf(["write:/ws"]), [
      "write:/ws/in",
    ], /^\/ws\/src$/],
    [
      "through a link that leads out",
      scopeOf(["write:/ws"]),
      ["read:/ws/out"],
      /^cannot delegate `read:\/ws\/out`: the Pod `demo` may not read `\/etc`/,
    ],
    ["below a link that leads out", scopeOf(["write:/ws"]), [
      "write:/ws/out/new",
    ], /may not write `\/etc\/new`/],
    ["a link that leads nowhere yet", scopeOf(["write:/ws"]), [
      "write:/ws/dangling",
    ], /`\/ws\/dangling` is a link that leads nowhere/],
    ["a parent named through a link", scopeOf(["write:/home/ws"]), [
      "write:/ws/src",
    ], /^\/ws\/src$/],
  ] as const
) {
  Deno.test(`inheritManifest: ${what}`, async () => {
    assert.match(await inherit(WORLD, parent, ...rules), expected);
  });
}
