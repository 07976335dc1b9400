import assert from "node:assert/strict";
import type { Diagnostic } from "../../../lib/base/diagnostic.ts";
import {
  type CheckAnswer,
  checkReport,
} from "../../../lib/cli/check/check_report.ts";

const ERROR: Diagnostic = { code: "usage", severity: "error", message: "no" };
const WARNING: Diagnostic = { ...ERROR, severity: "warning" };
const OUTCOMES = [
  { name: "builtin:default", digest: "sha256:1", models: {}, diagnostics: [] },
  { name: "b", digest: "sha256:2", models: {}, diagnostics: [WARNING] },
  { name: "c\n", diagnostics: [ERROR, WARNING, ERROR] },
];

/** The answer that these outcomes and registries give. */
function answer(
  outcomes: CheckAnswer["outcomes"],
  registries: CheckAnswer["registries"] = [],
): CheckAnswer {
  const diagnostics = [...registries, ...outcomes]
    .flatMap(({ diagnostics }) => diagnostics);
  const ok = !diagnostics.some(({ severity }) => severity === "error");
  return { ok, outcomes, registries, diagnostics };
}

Deno.test("checkReport: a line for each profile and one for all", () => {
  assert.equal(
    checkReport(answer(OUTCOMES), "text", { failuresOnly: false }),
    "ok      builtin:default\n" +
      "ok      b                1 warning\n" +
      "failed  c\\n              2 errors, 1 warning\n" +
      "3 profiles checked, 1 failed\n",
  );
  assert.equal(
    checkReport(answer(OUTCOMES.slice(0, 1)), "text", { failuresOnly: false }),
    "ok  builtin:default\n1 profile checked, all well\n",
  );
});

Deno.test("checkReport: quiet is only what failed", () => {
  assert.equal(
    checkReport(answer(OUTCOMES), "text", { failuresOnly: true }),
    "failed  c\\n  2 errors, 1 warning\n3 profiles checked, 1 failed\n",
  );
  assert.equal(
    checkReport(answer(OUTCOMES.slice(0, 2)), "text", { failuresOnly: true }),
    "",
  );
});

Deno.test("checkReport: json holds the same and the digests", () => {
  const text = checkReport(answer(OUTCOMES), "json", { failuresOnly: true });
  assert.deepEqual(JSON.parse(text), {
    ok: false,
    errors: 2,
    warnings: 2,
    registries: [],
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

const REGISTRY = {
  source: "project",
  path: "/ws/.insomnia/profiles.toml",
} as const;

Deno.test("checkReport: what is wrong with a registry is in the last line, also where no profile failed", () => {
  const broken = answer(OUTCOMES.slice(0, 1), [
    { ...REGISTRY, diagnostics: [ERROR, WARNING] },
  ]);
  assert.equal(
    checkReport(broken, "text", { failuresOnly: false }),
    "failed  project registry  1 error, 1 warning\n" +
      "ok      builtin:default\n" +
      "1 profile checked, 1 error in profiles.toml\n",
  );
  assert.equal(
    checkReport(broken, "text", { failuresOnly: true }),
    "failed  project registry  1 error, 1 warning\n" +
      "1 profile checked, 1 error in profiles.toml\n",
  );
  const { ok, registries } = JSON.parse(
    checkReport(broken, "json", { failuresOnly: false }),
  );
  assert.equal(ok, false);
  assert.deepEqual(registries, [
    { ...REGISTRY, ok: false, errors: 1, warnings: 1 },
  ]);
  const warned = answer(OUTCOMES.slice(0, 1), [
    { ...REGISTRY, diagnostics: [WARNING] },
  ]);
  assert.equal(
    checkReport(warned, "text", { failuresOnly: false }),
    "ok  project registry  1 warning\n" +
      "ok  builtin:default\n1 profile checked, no errors, 1 warning\n",
  );
});

Deno.test("checkReport: an error of neither a profile nor a registry is in the last line", () => {
  assert.equal(
    checkReport(
      { ...answer(OUTCOMES.slice(0, 1)), ok: false, diagnostics: [ERROR] },
      "text",
      { failuresOnly: true },
    ),
    "1 profile checked, 1 error\n",
  );
});
