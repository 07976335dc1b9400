import assert from "node:assert/strict";
import { MOST_PROBLEMS } from "../../lib/base/cut_problems.ts";
import type { ProfileError } from "../../lib/base/profile_error.ts";
import { resolveProfile } from "../../mod.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { cpuMs } from "../cpu_time.ts";

/** Profiles of under a megabyte with problems in great number. */
const ROWS: Readonly<Record<string, readonly [body: string, code: string]>> = {
  "unknown fields": [
    `for i = 1, 30000 do t["f" .. i] = {} end`,
    "unknown-field",
  ],
  "unknown fields, each written out": [
    Array.from({ length: 10_000 }, (_, at) => `t.f${at} = 1`).join("\n"),
    "unknown-field",
  ],
  "missing fields": [
    `local r = {} for i = 1, 150000 do r[i] = {} end
     t.permissions = { default_action = "ask", rule = r }`,
    "missing-field",
  ],
  "secrets": [
    `for i = 1, 10000 do t["f" .. i] = "sk-ant-abcdefghijklmnop" .. i end`,
    "secret-value",
  ],
  "paths of a machine": [
    `local d = {} for i = 1, 45000 do d[i] = "/d" .. i end
     t.skills = { directories = d }`,
    "machine-path",
  ],
};

for (const [what, [body, code]] of Object.entries(ROWS)) {
  Deno.test(`resolveProfile tells the first of very many ${what}, and that there are more`, async () => {
    const text =
      `local t = { model = "codex-oauth/gpt-5.5" }\n${body}\nreturn t`;
    const system = memorySystem({
      cwd: "/ws",
      files: { "/ws/many.lua": text },
    });
    const started = cpuMs();
    const error = await resolveProfile({
      selector: "./many.lua",
      podName: "demo",
      workspace: "/ws",
      system,
    }).then(() => assert.fail("it resolved"), (error) => error as ProfileError);
    // It took minutes, once: the limit is wide enough for any computer.
    assert(cpuMs() - started < 10_000);
    const codes = error.diagnostics.map(({ code }) => code);
    assert.deepEqual(codes, [
      ...Array.from({ length: MOST_PROBLEMS }, () => code),
      "problems-cut",
    ]);
    assert(!JSON.stringify(error.diagnostics).includes("abcdefghijklmnop"));
  });
}

Deno.test("resolveProfile tells a hundred of very many keys that are written twice", async () => {
  const twice = `slug = "a", `.repeat(2 * MOST_PROBLEMS);
  const { warnings } = await resolveProfile({
    selector: "./many.lua",
    podName: "demo",
    workspace: "/ws",
    system: memorySystem({
      cwd: "/ws",
      files: {
        "/ws/many.lua": `return { ${twice} model = "codex-oauth/gpt-5.5" }`,
      },
    }),
  });
  assert.equal(warnings.length, MOST_PROBLEMS);
});
