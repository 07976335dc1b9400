import assert from "node:assert/strict";
import fc from "../../fast_check.ts";
import {
  allowsCall,
  findExtraCall,
} from "../../../lib/manifest/compare/permission_meaning.ts";
import type {
  PermissionAction,
  Permissions,
} from "../../../lib/schema/permissions.ts";
import { allows, permissions, TEXTS, TOOLS } from "./call_model.ts";
import { cpuMs } from "../../cpu_time.ts";

Deno.test("allowsCall: what a regular expression says", () => {
  fc.assert(
    fc.property(
      permissions,
      fc.constantFrom(...TOOLS),
      fc.constantFrom(...TEXTS),
      (permissions, tool, text) => {
        assert.equal(
          allowsCall(permissions, tool, text),
          allows(permissions, tool, text),
        );
      },
    ),
    { numRuns: 3000 },
  );
});

Deno.test("findExtraCall: exactly where some call is allowed by the one alone", () => {
  const found = { more: 0, none: 0 };
  fc.assert(
    fc.property(permissions, permissions, (inner, outer) => {
      const extra = findExtraCall(inner, outer);
      if (!extra) {
        found.none++;
        for (const tool of TOOLS) {
          const text = TEXTS.find((text) =>
            allows(inner, tool, text) && !allows(outer, tool, text)
          );
          assert.equal(text, undefined, `${tool} ${text}`);
        }
        return;
      }
      found.more++;
      assert(extra.argument !== undefined, "gave up on a few short patterns");
      const tool = extra.tool ?? "unnamed";
      assert(allows(inner, tool, extra.argument));
      assert(!allows(outer, tool, extra.argument));
    }),
    { numRuns: 1000 },
  );
  assert(found.more > 100 && found.none > 100, JSON.stringify(found));
});

function rules(
  default_action: PermissionAction,
  ...lines: readonly string[]
): Permissions {
  return {
    default_action,
    rule: lines.map((line) => {
      const [action, tool, ...pattern] = line.split(" ");
      return {
        action: action as PermissionAction,
        tool: tool!,
        pattern: pattern.join(" "),
      };
    }),
  };
}

for (
  const [what, inner, outer, expected] of [
    ["no rules at all against rules", undefined, rules("deny"), [
      undefined,
      "",
    ]],
    ["rules against none at all", rules("allow"), undefined, undefined],
    [
      "another order of rules that meet",
      rules("deny", "allow bash git *", "deny bash git push*"),
      rules("deny", "deny bash git push*", "allow bash git *"),
      ["bash", "git push"],
    ],
    [
      "another order of rules that do not meet",
      rules("deny", "allow bash git *", "allow bash ls*"),
      rules("deny", "allow bash ls*", "allow bash git *"),
      undefined,
    ],
    [
      "a rule that an earlier one hides",
      rules("allow", "deny bash *", "allow bash ls"),
      rules("allow", "deny Bash *"),
      undefined,
    ],
    [
      "two patterns that are together what one is",
      rules("deny", "allow bash ?*", "allow bash "),
      rules("deny", "allow bash *"),
      undefined,
    ],
    ["asking is refusing", rules("ask"), rules("deny"), undefined],
    [
      "a wider pattern",
      rules("deny", "allow read /ws/*"),
      rules("deny", "allow read /ws/src/*"),
      ["read", "/ws/"],
    ],
  ] as const
) {
  Deno.test(`findExtraCall: ${what}`, () => {
    const extra = findExtraCall(inner, outer);
    assert.deepEqual(extra && [extra.tool, extra.argument], expected);
  });
}

Deno.test("findExtraCall: many overlapping patterns end, and are taken for possible", () => {
  const lines = Array.from(
    { length: 40 },
    (_, n) => `allow bash *${String.fromCharCode(97 + n % 26)}${n}x*`,
  );
  const extra = findExtraCall(
    rules("deny", ...lines),
    rules("deny", ...lines.toReversed(), "allow bash nothing"),
  );
  assert.deepEqual(extra, { tool: "bash" });
});

Deno.test("findExtraCall: what is looked at is bounded for all tools together", () => {
  const lines = Array.from(
    { length: 30 },
    (_, n) => `allow tool${n} ${`*a${n}`.repeat(200)}`,
  );
  const extraOf = (count: number) =>
    findExtraCall(
      rules("deny", ...lines.slice(0, count)),
      rules("deny", ...lines.slice(0, count).toReversed()),
    );
  assert.equal(extraOf(1), undefined);
  const extra = extraOf(30);
  assert(extra?.tool !== undefined && extra.argument === undefined);
});

Deno.test("findExtraCall: real rules of a team are decided in no time", () => {
  const lines = Array.from({ length: 60 }, (_, n) => `allow bash tool${n} *`);
  const start = cpuMs();
  const same = findExtraCall(
    rules("deny", ...lines),
    rules("deny", ...lines.toReversed()),
  );
  assert.equal(same, undefined);
  assert(cpuMs() - start < 2000);
});
