import assert from "node:assert/strict";
import type { Diagnostic } from "../../lib/base/diagnostic.ts";
import { checkReport } from "../../lib/cli/check_report.ts";

const ERROR: Diagnostic = { code: "usage", severity: "error", message: "no" };
const WARNING: Diagnostic = { ...ERROR, severity: "warning" };
const OUTCOMES = [
  { name: "builtin:default", digest: "sha256:1", diagnostics: [] },
  { name: "b", digest: "sha256:2", diagnostics: [WARNING] },
  { name: "c\n", diagnostics: [ERROR, WARNING, ERROR] },
];

Deno.test("checkReport: a line for each profile and one for all", () => {
  assert.equal(
    checkReport(OUTCOMES, "text", { failuresOnly: false }),
    "ok      builtin:default\n" +
      "ok      b                1 warning\n" +
      "failed  c\\n              2 errors, 1 warning\n" +
      "3 profiles checked, 1 failed\n",
  );
  assert.equal(
    checkReport(OUTCOMES.slice(0, 1), "text", { failuresOnly: false }),
    "ok  builtin:default\n1 profile checked, all well\n",
  );
});

Deno.test("checkReport: quiet is only what failed", () => {
  assert.equal(
    checkReport(OUTCOMES, "text", { failuresOnly: true }),
    "failed  c\\n  2 errors, 1 warning\n",
  );
  assert.equal(
    checkReport(OUTCOMES.slice(0, 2), "text", { failuresOnly: true }),
    "",
  );
});

Deno.test("checkReport: json holds the same and the digests", () => {
  const text = checkReport(OUTCOMES, "json", { failuresOnly: true });
  assert.deepEqual(JSON.parse(text), {
    ok: false,
    profiles: [
      {
        name: "builtin:default",
        ok: true,
        digest: "sha256:1",
        errors: 0,
        warnings: 0,
      },
      { name: "b", ok: true, digest: "sha256:2", errors: 0, warnings: 1 },
      { name: "c\n", ok: false, errors: 2, warnings: 1 },
    ],
  });
});
