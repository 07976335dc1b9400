import assert from "node:assert/strict";
import { folderWith, runCli } from "./run_cli.ts";

const GOOD = `return { model = "codex-oauth/gpt-5.5" }`;
const BAD = `return { model = "codex-oauth/gpt-5.5", nonsense = 1 }`;
const WARNS = `return { model = "codex-oauth/gpt-unheard-of" }`;

Deno.test("cli check: every profile, and what cannot be selected is a warning", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml":
      `[profile]\nmine = "mine.lua"\nlost = "lost.lua"\n`,
    ".insomnia/mine.lua": GOOD,
  });
  const { code, out, error } = await runCli(["check"], { cwd });
  assert.equal(code, 0, error);
  assert.match(out, /^ok +builtin:default$/m);
  assert.match(out, /^ok +project:mine$/m);
  assert.match(out, /^\d+ profiles checked, all well$/m);
  assert.match(error, /^warning\[profile-missing\]: `project:lost`/);
  const strict = await runCli(["check", "--strict"], { cwd });
  assert.equal(strict.code, 3);
  assert.match(strict.error, /^error\[profile-missing\]: `project:lost`/);
});

Deno.test("cli check: a folder is its .lua and .json files, helpers aside", async () => {
  const cwd = folderWith({
    "profiles/a.lua": GOOD,
    "profiles/b.json": `{ "model": "codex-oauth/gpt-5.5", "nonsense": 1 }`,
    "profiles/c.lua": BAD,
    "profiles/_helper.lua": "this is not Lua",
    "profiles/README.md": "",
    "profiles/below/d.lua": BAD,
    "empty/x.txt": "",
  });
  const { code, out, error } = await runCli(["check", "profiles/"], { cwd });
  assert.equal(code, 1);
  assert.deepEqual(out.trimEnd().split("\n").map((line) => line.split(/ +/)), [
    ["ok", "profiles/a.lua"],
    ["failed", "profiles/b.json", "1", "error"],
    ["failed", "profiles/c.lua", "1", "error"],
    ["3", "profiles", "checked,", "2", "failed"],
  ]);
  assert.match(error, / {2}--> profiles\/b\.json:1:33\n/);
  assert.match(error, / {2}--> profiles\/c\.lua:1:39\n/);
  const empty = await runCli(["check", "./empty"], { cwd });
  assert.equal(empty.code, 3);
  assert.match(empty.error, /^error\[profile-missing\]: /);
});

Deno.test("cli check: what one profile does wrong does not keep the next from being checked", async () => {
  const cwd = folderWith({
    "forever.lua": "while true do end",
    "warns.lua": WARNS,
  });
  const { code, out, error } = await runCli([
    "check",
    "nobody",
    "./forever.lua",
    "./warns.lua",
    "--max-steps=100000",
    "--format=json",
  ], { cwd });
  assert.equal(code, 1);
  const { ok, profiles } = JSON.parse(out);
  assert.equal(ok, false);
  assert.deepEqual(
    profiles.map(({ name, ok, errors, warnings }: Record<string, unknown>) => [
      name,
      ok,
      errors,
      warnings,
    ]),
    [
      ["nobody", false, 1, 0],
      ["./forever.lua", false, 1, 0],
      ["./warns.lua", true, 0, 1],
    ],
  );
  assert.match(profiles[2].digest, /^sha256:[0-9a-f]{64}$/);
  for (const code of ["profile-unknown", "limit-steps", "model-unknown"]) {
    assert.ok(error.includes(`[${code}]`), code);
  }
});

Deno.test("cli check: what profiles share is said once", async () => {
  const cwd = folderWith({
    "a.lua": `return { model = require("shared") }`,
    "b.lua": `return { model = require("shared") }`,
    "shared.lua": "return {{",
  });
  const { code, error } = await runCli(["check", "./a.lua", "./b.lua"], {
    cwd,
  });
  assert.equal(code, 1);
  assert.equal(error.match(/error\[lua-syntax\]/g)?.length, 1, error);
});

Deno.test("cli check --quiet: nothing where all is well, and sarif is a log all the same", async () => {
  const cwd = folderWith({ "a.lua": GOOD });
  assert.deepEqual(await runCli(["check", "./a.lua", "--quiet"], { cwd }), {
    code: 0,
    out: "",
    error: "",
  });
  const sarif = await runCli(
    ["check", "./a.lua", "--error-format=sarif"],
    { cwd },
  );
  assert.deepEqual(JSON.parse(sarif.error).runs[0].results, []);
});

Deno.test("cli check: what is to be said about a builtin profile has its place, with no right left to read it", async () => {
  const cwd = folderWith({
    "config/models.toml":
      `[[model]]\nid = "gpt-5.5"\nprovider = "codex-oauth"\n`,
  });
  const { code, error } = await runCli(["check", "builtin:fast"], {
    cwd,
    env: { INSOMNIA_CONFIG_DIR: `${cwd}/config` },
  });
  assert.equal(code, 0, error);
  assert.match(
    error,
    /^warning\[model-unknown\]: [^\n]*\n +--> resources\/profiles\/fast\.lua:\d+:\d+\n/,
  );
});
