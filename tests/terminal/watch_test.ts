// `check --watch` in a real pseudo-terminal, as an author has it beside an editor.
import assert from "node:assert/strict";
import { executable, folderWith } from "../cli/run_cli.ts";
import { PseudoTerminal } from "./pseudo_terminal.ts";

const WINDOWS = Deno.build.os === "windows";
const GOOD = `return { model = "codex-oauth/gpt-5.5" }\n`;

function start(cwd: string, words: readonly string[] = []): PseudoTerminal {
  const { program, before, base } = executable();
  return new PseudoTerminal(
    program,
    [...before, "check", ".", "--watch", ...words],
    { columns: 80, cwd, env: { ...base, HOME: cwd, NO_COLOR: "1" } },
  );
}

Deno.test({
  name:
    "check --watch in a terminal: a clean screen for every save, 130 for Ctrl-C",
  ignore: WINDOWS,
  fn: async () => {
    const cwd = folderWith({ "x.lua": GOOD });
    await using terminal = start(cwd);
    await terminal.waitFor("watching 1 file; Ctrl-C ends");
    assert.match(
      await terminal.text(),
      /^ok {2}x\.lua\n1 profile checked, all well\n/,
    );

    await Deno.writeTextFile(`${cwd}/x.lua`, GOOD.replace("model", "modle"));
    await terminal.waitFor(/changed: x\.lua[^]*watching 1 file; Ctrl-C ends/);
    const failed = await terminal.text();
    assert.match(failed, /^changed: x\.lua\nerror\[unknown-field\]/);
    assert.match(failed, /\n1 profile checked, 1 failed\n/);
    assert.doesNotMatch(failed, /all well/);

    // As many editors save: another file takes the name.
    await Deno.writeTextFile(`${cwd}/.x.lua.new`, GOOD);
    await Deno.rename(`${cwd}/.x.lua.new`, `${cwd}/x.lua`);
    await terminal.waitFor(/changed: .*x\.lua[^]*all well[^]*watching/);
    assert.doesNotMatch(await terminal.text(), /error/);

    await Deno.writeTextFile(`${cwd}/y.lua`, GOOD);
    await terminal.waitFor(/ok {2}y\.lua[^]*watching 2 files/);

    terminal.type("\x03");
    assert.equal(await terminal.end(), 130);
    // The prompt begins at the beginning of a line, below what was said.
    assert.match(await terminal.text(), /watching 2 files; Ctrl-C ends$/);
    assert.equal(terminal.cursor.column, 0);
    // Nothing was hidden, switched or left behind.
    assert.ok(!terminal.raw.includes("\x1b[?"));
  },
});

Deno.test({
  name: "check --watch in a terminal: ends while a profile runs, by any signal",
  ignore: WINDOWS,
  fn: async () => {
    for (const [signal, code] of [["SIGTERM", 143], ["SIGHUP", 129]] as const) {
      const cwd = folderWith({ "x.lua": "while true do end" });
      await using terminal = start(cwd, ["--max-steps=2147483647"]);
      await terminal.waitFor("checking");
      terminal.kill(signal);
      assert.equal(await terminal.end(), code);
      assert.equal(await terminal.text(), "");
    }
  },
});
