import assert from "node:assert/strict";
import fc from "../../fast_check.ts";
import {
  findExcess,
  grantedAt,
  scopeMeaning,
} from "../../../lib/manifest/compare/scope_meaning.ts";
import type { ScopeRule } from "../../../lib/schema/scope.ts";
import { ALL_PATHS, covers, grants, isMore, scope } from "./path_model.ts";

Deno.test("grantedAt: what a brute-force model of paths says", () => {
  fc.assert(
    fc.property(scope, fc.constantFrom(...ALL_PATHS), (scope, path) => {
      assert.equal(
        grantedAt(scopeMeaning(scope), path),
        grants(scope, path),
      );
    }),
    { numRuns: 3000 },
  );
});

Deno.test("findExcess: exactly where some path has more in the one than in the other", () => {
  let excesses = 0;
  fc.assert(
    fc.property(scope, scope, (inner, outer) => {
      const found = findExcess(scopeMeaning(inner), scopeMeaning(outer));
      const witness = ALL_PATHS.find((path) =>
        isMore(grants(inner, path), grants(outer, path))
      );
      assert.equal(found !== undefined, witness !== undefined, witness);
      if (!found) return;
      excesses++;
      // What it says of the place is so.
      const place = {
        itself: found.path,
        inside: `${found.path}/z`,
        below: `${found.path}/z/z`,
      }[found.where].replace(/^\/\//, "/");
      assert.equal(grants(inner, place), found.granted);
      assert.equal(grants(outer, place), found.allowed);
      assert(covers(found.rule, place));
      if (found.deniedBy) assert(covers(found.deniedBy, place));
    }),
    { numRuns: 1500 },
  );
  assert(excesses > 100, "hardly any pair differed: the test says nothing");
});

const write = (target: string, recursive = true): ScopeRule => ({
  target,
  permission: "write",
  recursive,
});
const read = (target: string, recursive = true): ScopeRule => ({
  target,
  permission: "read",
  recursive,
});

for (
  const [what, inner, outer, expected] of [
    ["a folder of it", [write("/ws/src")], [[write("/ws")], []], undefined],
    ["the same, said twice", [write("/ws"), read("/ws")], [
      [write("/ws")],
      [],
    ], undefined],
    ["writing where it may only read", [write("/ws/src")], [
      [read("/ws")],
      [],
    ], "/ws/src itself write read"],
    ["a neighbour with a longer name", [read("/ws2")], [
      [write("/ws")],
      [],
    ], "/ws2 itself read nothing"],
    ["more than what is directly in it", [read("/ws")], [
      [read("/ws", false)],
      [],
    ], "/ws below read nothing"],
    ["what is directly in it", [read("/ws", false)], [
      [read("/ws", false)],
      [],
    ], undefined],
    ["around what is denied", [read("/ws")], [
      [write("/ws")],
      [read("/ws/secret")],
    ], "/ws/secret itself read nothing"],
    ["reading where writing is denied", [read("/ws")], [
      [write("/ws")],
      [write("/ws/docs")],
    ], undefined],
    ["covered by two rules together", [read("/ws/a"), read("/ws/b")], [
      [read("/ws/a"), read("/ws/b")],
      [],
    ], undefined],
    [
      "a folder on a drive",
      [write("C:/ws/a")],
      [[write("c:/ws")], []],
      undefined,
    ],
    ["the root", [read("/")], [[write("/")], []], undefined],
    [
      "with dots in it",
      [write("/ws/a/../b/.")],
      [[write("/ws/b")], []],
      undefined,
    ],
  ] as const
) {
  Deno.test(`findExcess: ${what}`, () => {
    const [allow, deny] = outer;
    const found = findExcess(
      scopeMeaning({ allow: inner, deny: [] }),
      scopeMeaning({ allow, deny }),
    );
    const line = found &&
      `${found.path} ${found.where} ${found.granted} ${found.allowed}`;
    assert.equal(line, expected);
  });
}

Deno.test("findExcess: names the rule that asks and the one that denies", () => {
  const denied = read("/ws/secret");
  const asked = read("/ws");
  const found = findExcess(
    scopeMeaning({ allow: [asked], deny: [] }),
    scopeMeaning({ allow: [write("/ws")], deny: [denied] }),
  );
  assert.equal(found?.rule, asked);
  assert.equal(found?.deniedBy, denied);
});

Deno.test("findExcess: reads the rules of many folders a few times each", () => {
  const readsOf = (count: number): number => {
    let reads = 0;
    const allow = Array.from({ length: count }, (_, n) => ({
      target: `/ws/f${n}`,
      recursive: true,
      get permission() {
        reads++;
        return "read" as const;
      },
    }));
    const scope = scopeMeaning({ allow, deny: [] });
    assert.equal(findExcess(scope, scope), undefined);
    return reads;
  };
  assert(readsOf(400) < 3 * readsOf(200));
});
