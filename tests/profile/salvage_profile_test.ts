import assert from "node:assert/strict";
import { explainProfileProblems } from "../../lib/profile/explain_profile_problems.ts";
import { salvageProfile } from "../../lib/profile/salvage_profile.ts";

const RULE = { tool: "Bash", pattern: "ls *", action: "allow" } as const;
const VALUE = { model: { ref: "a/b" }, scope: { intent: "workspace_read" } };

Deno.test("salvageProfile: the items of a list that are right stay a list", () => {
  const value = {
    ...VALUE,
    permissions: { default_action: "ask", rule: [{ ...RULE, tool: 1 }, RULE] },
  };
  const salvaged = salvageProfile(value, explainProfileProblems(value), []);
  assert.equal(
    JSON.stringify(salvaged?.profile.permissions?.rule),
    JSON.stringify([RULE]),
  );
  assert.equal(salvaged?.profile.scope.intent, "workspace_read");
});

Deno.test("salvageProfile: an item that is wrong as a whole leaves the others", () => {
  const value = {
    ...VALUE,
    permissions: { default_action: "ask", rule: ["x", RULE] },
  };
  const salvaged = salvageProfile(value, explainProfileProblems(value), []);
  assert.equal(
    JSON.stringify(salvaged?.profile.permissions?.rule),
    JSON.stringify([RULE]),
  );
});
