import assert from "node:assert/strict";
import { commandContext } from "../command_context.ts";
import { checkReport } from "../../../lib/cli/check/check_report.ts";
import { runCheck } from "../../../lib/cli/check/run_check.ts";
import { renderDiagnostics } from "../../../lib/print/diagnostics/render_diagnostics.ts";
import { denoSystem } from "../../../lib/system/deno_system.ts";
import { delegatingSystem } from "../../../lib/system/delegating_system.ts";
import { folderWith, runCli } from "../run_cli.ts";

/**
 * Good ones, broken ones of each kind, one that is not there, with a shared
 * module; beside them some that the registry does not name, with modules that a
 * search comes to first.
 */
function project(): string {
  const names = Array.from({ length: 90 }, (_, at) => `p${at}`);
  const text = (at: number) =>
    [
      `return { model = require("shared"), worker = { max_turns = ${at} } }`,
      `return { model = require("shared"), nonsense${at} = 1 }`,
      `return { model = "codex-oauth/gpt-unheard-of" }`,
      `print("${at}") return { model = require("shared") }`,
      `error("no ${at}")`,
    ][at % 5]!;
  return folderWith({
    ".insomnia/profiles.toml": `[profile]\nlost = "lost.lua"\n` +
      names.map((name) => `${name} = "${name}.lua"\n`).join(""),
    ".insomnia/shared.lua": `return "codex-oauth/gpt-5.5"`,
    ...Object.fromEntries(
      names.map((name, at) => [`.insomnia/${name}.lua`, text(at)]),
    ),
    ...Object.fromEntries(
      names.flatMap((name) => [
        [`loose/a_${name}.lua`, `return "codex-oauth/gpt-5.5"`],
        [`loose/${name}.lua`, `return { model = require("a_${name}") }`],
      ]),
    ),
  });
}

for (const words of [["check"], ["check", "."]]) {
  Deno.test(`cli ${words.join(" ")}: the same bytes from this process and from 1, 2 and 8 workers`, async () => {
    const cwd = project();
    const system = delegatingSystem(denoSystem(), {
      cwd: () => cwd,
      env: () => undefined,
    });
    const { code, out, error } = await runCli(words, { cwd });
    assert.equal(code, 1);
    assert.match(out, /^failed +project:p4 +1 error$/m);
    assert.doesNotMatch(out, /a_p/);
    for (const workers of [1, 2, 8]) {
      const context = commandContext(words, system);
      const run = await runCheck(context, { workers, writesAfterwards: true });
      assert.equal(run.exitCode, code);
      assert.equal(checkReport(run, "text", { failuresOnly: false }), out);
      assert.equal(
        renderDiagnostics(run.diagnostics, "human", { cwd }),
        error,
        `${workers} workers`,
      );
    }
  });
}

Deno.test("cli check: so many profiles that workers help have their results in order", async () => {
  const names = Array.from({ length: 2010 }, (_, at) => `p${1000 + at}.lua`);
  const cwd = folderWith(Object.fromEntries(
    names.map((name, at) => [
      name,
      at % 500 === 499
        ? `error("no ${at}")`
        : `return { model = "codex-oauth/gpt-5.5" }`,
    ]),
  ));
  const { code, out, error } = await runCli(["check", "."], { cwd });
  assert.equal(code, 1);
  const said = out.trimEnd().split("\n");
  assert.deepEqual(
    said.slice(0, -1).map((line) => line.split(/ +/).slice(0, 2).join(" ")),
    names.map((name, at) => `${at % 500 === 499 ? "failed" : "ok"} ${name}`),
  );
  assert.match(said.at(-1)!, /^2010 profiles checked, 4 failed/);
  assert.deepEqual(
    [...error.matchAll(/no (\d+)$/gm)].map(([, at]) => at),
    ["499", "999", "1499", "1999"],
  );
});
