import assert from "node:assert/strict";
import { folderWith, runCli } from "../run_cli.ts";

const GOOD = `return { model = "codex-oauth/gpt-5.5" }`;
const BAD = `return { model = "codex-oauth/gpt-5.5", nonsense = 1 }`;
const WARNS = `return { model = "codex-oauth/gpt-unheard-of" }`;

Deno.test("cli check: every profile, and a missing file is an error at its line", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml":
      `[profile]\nmine = "mine.lua"\nold = "old.nix"\nlost = "lost.lua"\n\n[profile.far]\npath = "far.lua"\n`,
    ".insomnia/mine.lua": GOOD,
  });
  const { code, out, error } = await runCli(["check"], { cwd });
  assert.equal(code, 1, error);
  assert.match(out, /^failed +project registry +2 errors, 1 warning$/m);
  assert.match(out, /^ok +builtin:default$/m);
  assert.match(out, /^ok +project:mine$/m);
  assert.match(out, /\n\d+ profiles checked, 2 errors in profiles\.toml\n$/);
  assert.match(
    error,
    /^error\[profile-missing\]: `project:lost`.*\n {2}--> \.insomnia\/profiles\.toml:4:8$/m,
  );
  assert.match(
    error,
    /^error\[profile-missing\]: `project:far`.*\n {2}--> \.insomnia\/profiles\.toml:7:8$/m,
  );
  assert.match(
    error,
    /^warning\[profile-unsupported\]: `project:old`.*\n {2}--> \.insomnia\/profiles\.toml:3:7$/m,
  );
});

Deno.test("cli check --strict: what cannot be selected is an error too", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml": `[profile]\nold = "old.nix"\n`,
  });
  assert.equal((await runCli(["check"], { cwd })).code, 0);
  const { code, out, error } = await runCli(["check", "--strict"], { cwd });
  assert.equal(code, 1);
  assert.match(error, /^error\[profile-unsupported\]: `project:old`/);
  assert.match(out, /1 error in profiles\.toml\n$/);
});

const SEARCHED = {
  "profiles/a.lua": GOOD,
  "profiles/b.json": `{ "model": "codex-oauth/gpt-5.5", "nonsense": 1 }`,
  "profiles/c.lua": BAD,
  "profiles/_helper.lua": "this is not Lua",
  "profiles/README.md": "",
  "profiles/package.json": "{}",
  "profiles/below/d.toml": `model = "codex-oauth/gpt-5.5"\n`,
  "profiles/.hidden/e.lua": BAD,
  "profiles/node_modules/f.lua": BAD,
  "empty/x.txt": "",
};

Deno.test("cli check: a folder is searched below for what looks like a profile", async () => {
  const cwd = folderWith(SEARCHED);
  const { code, out, error } = await runCli(["check", "profiles/"], { cwd });
  assert.equal(code, 1);
  assert.deepEqual(out.trimEnd().split("\n").map((line) => line.split(/ +/)), [
    ["ok", "profiles/a.lua"],
    ["failed", "profiles/b.json", "1", "error"],
    ["ok", "profiles/below/d.toml"],
    ["failed", "profiles/c.lua", "1", "error"],
    ["4", "profiles", "checked,", "2", "failed"],
  ]);
  assert.match(error, / {2}--> profiles\/b\.json:1:35\n/);
  assert.match(error, / {2}--> profiles\/c\.lua:1:41\n/);
  const empty = await runCli(["check", "./empty"], { cwd });
  assert.equal(empty.code, 1);
  assert.match(empty.error, /^error\[profile-missing\]: there is no profile/);
});

Deno.test("cli check .: the project's registry, and what it does not name", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml":
      `[profile]\nmine = "mine.lua"\nlost = "lost.lua"\n`,
    ".insomnia/mine.lua": `return { model = require("shared") }`,
    ".insomnia/shared.lua": `return "codex-oauth/gpt-5.5"`,
    ".insomnia/other.lua": BAD,
    "tools/loose.lua": GOOD,
  });
  const all = await runCli(["check", "."], { cwd });
  assert.equal(all.code, 1);
  assert.deepEqual(
    all.out.trimEnd().split("\n").map((line) => line.split(/ {2,}/)),
    [
      ["failed", "project registry", "1 error"],
      ["ok", "project:mine"],
      ["failed", ".insomnia/other.lua", "1 error"],
      ["ok", "tools/loose.lua"],
      ["3 profiles checked, 1 failed, 1 error in profiles.toml"],
    ],
  );
  assert.match(
    all.error,
    /^note\[profile-unregistered\]: the project's registry does not name `other\.lua` beside it/m,
  );
  // Nothing to be checked is said as well where only the registry is.
  const named = await runCli(["check", "project:"], { cwd });
  assert.match(named.error, /^note\[profile-unregistered\]/m);
  assert.deepEqual(
    named.out.match(/^(?:ok|failed) .*$/gm)?.map((line) =>
      line.split(/ {2,}/)[1]
    ),
    ["project registry", "project:mine"],
  );
  const builtin = await runCli(["check", "builtin:"], { cwd });
  assert.equal(builtin.code, 0);
  assert.equal(builtin.error, "");
  assert.match(builtin.out, /^ok +builtin:fast$/m);
});

Deno.test("cli check user: the user's registry alone", async () => {
  const cwd = folderWith({
    "config/profiles.toml": `[profile]\nnight = "night.lua"\n`,
    "config/night.lua": GOOD,
    ".insomnia/profiles.toml": `]`,
  });
  const env = { INSOMNIA_CONFIG_DIR: `${cwd}/config` };
  const { code, out, error } = await runCli(["check", "user:"], { cwd, env });
  assert.equal(code, 0, error);
  assert.match(out, /^ok +user:night\n1 profile checked, all well\n$/);
  const none = await runCli(["check", "user:"], { cwd });
  assert.equal(none.code, 1);
  assert.match(
    none.error,
    /^error\[profile-missing\]: there is no user registry/,
  );
});

Deno.test("cli check: a file that another one loads by a computed name is a module, one that it imports is not", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml": `[profile]\nbase = "../p/base.lua"\n`,
    "p/base.lua": GOOD,
    "p/child.lua": `return profile.import("project:base")`,
    "p/coder.lua": `local n = "sha" .. "red"\nreturn { model = require(n) }`,
    "p/shared.lua": `return "codex-oauth/gpt-5.5"`,
  });
  const { code, out, error } = await runCli(["check", "p"], { cwd });
  assert.equal(code, 0, error);
  assert.equal(
    out,
    "ok  p/base.lua\nok  p/child.lua\nok  p/coder.lua\n3 profiles checked, all well\n",
  );
  // What is named is checked, whoever else requires it.
  const named = await runCli(["check", "p", "p/shared.lua"], { cwd });
  assert.equal(named.code, 1);
});

Deno.test("cli check: each profile once, whatever names it", async () => {
  const cwd = folderWith({ "p/a.lua": GOOD });
  const { out } = await runCli(["check", "p", "./p/", "p/a.lua"], { cwd });
  assert.equal(out, "ok  p/a.lua\n1 profile checked, all well\n");
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
      `[[model]]\nid = "gpt-6-luna"\nprovider = "codex-oauth"\n`,
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
