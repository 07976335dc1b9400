import assert from "node:assert/strict";
import fc from "../../fast_check.ts";
import { scope } from "../../../lib/manifest/policies/scope.ts";
import type {
  ScopeIntent,
  ScopePermission,
  ScopeRule,
} from "../../../lib/schema/scope.ts";

const launch = { podName: "demo", workspaceBase: "/ws" };

Deno.test("scope: without delegation one recursive rule on the workspace", () => {
  const expected: Record<ScopeIntent, ScopePermission> = {
    workspace_read: "read",
    workspace_write: "write",
  };
  for (const [intent, permission] of Object.entries(expected)) {
    assert.deepEqual(scope(intent as ScopeIntent, launch), {
      allow: [{ target: "/ws", permission, recursive: true }],
      deny: [],
    });
  }
});

Deno.test("scope: delegated rules keep order, duplicates and nesting", () => {
  const delegatedScope: ScopeRule[] = [
    { target: "/ws", permission: "write", recursive: false },
    { target: "/ws/src", permission: "read", recursive: true },
    { target: "/ws", permission: "write", recursive: false },
  ];
  assert.deepEqual(
    scope("workspace_write", { ...launch, delegatedScope }).allow,
    delegatedScope,
  );
  assert.deepEqual(
    scope("workspace_read", { ...launch, delegatedScope }).allow,
    delegatedScope.map((rule) => ({ ...rule, permission: "read" })),
  );
});

Deno.test("scope: a profile never widens what is delegated", () => {
  const rule = fc.record({
    target: fc.constantFrom("/", "/ws", "/ws/src", "C:/ws"),
    permission: fc.constantFrom<ScopePermission>("read", "write"),
    recursive: fc.boolean(),
  });
  const intent = fc.constantFrom<ScopeIntent>(
    "workspace_read",
    "workspace_write",
  );
  fc.assert(fc.property(
    fc.array(rule, { minLength: 1 }),
    intent,
    (delegatedScope, intent) => {
      const { allow } = scope(intent, { ...launch, delegatedScope });
      assert.equal(allow.length, delegatedScope.length);
      for (const [index, given] of allow.entries()) {
        const granted = delegatedScope[index]!;
        assert.equal(given.target, granted.target);
        assert.equal(given.recursive, granted.recursive);
        assert.ok(
          given.permission === "read" || granted.permission === "write",
        );
        assert.ok(
          given.permission === "read" || intent === "workspace_write",
        );
      }
    },
  ));
});
