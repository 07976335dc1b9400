/**
 * Over many broken projects: what a bot reads (`ok`), a person (the last line)
 * and a shell (the exit code) is the same answer.
 *
 * @module
 */
import assert from "node:assert/strict";
import { folderWith, type Run, runCli } from "./run_cli.ts";

const GOOD = `return { model = "codex-oauth/gpt-5.5" }`;
const USER = "config/profiles.toml";
const PROJECT = ".insomnia/profiles.toml";

/** A project with a good profile under these lines of its registry. */
function registered(lines: string, files: Files = {}): Files {
  return {
    [PROJECT]: `[profile]\ngood = "good.lua"\n${lines}`,
    ".insomnia/good.lua": GOOD,
    ...files,
  };
}

/** A project whose one profile has this text. */
function written(text: string): Files {
  return {
    [PROJECT]: `[profile]\nx = "x.lua"\n`,
    ".insomnia/x.lua": text,
  };
}

type Files = Readonly<Record<string, string>>;

interface Project {
  readonly what: string;
  readonly files: Files;
  readonly args?: readonly string[];
  /** 0 where nothing is broken. */
  readonly code: number;
}

const PROJECTS: readonly Project[] = [
  // Well.
  { what: "nothing at all", files: {}, code: 0 },
  { what: "a good profile", files: registered(""), code: 0 },
  {
    what: "only warnings",
    files: registered(`old = "old.nix"\n`),
    code: 0,
  },
  {
    what: "a user's alias for another project",
    files: { [USER]: `[alias]\nx = "project:x"\n`, ...registered("") },
    code: 0,
  },
  // The registry.
  { what: "a registry that is not TOML", files: { [PROJECT]: "]" }, code: 1 },
  {
    what: "a registry that is not text",
    files: { [PROJECT]: 'x = "\u0000"' },
    code: 1,
  },
  {
    what: "an unknown key of the registry",
    files: { [PROJECT]: `model = "x"\n` },
    code: 1,
  },
  {
    what: "a dangling default",
    files: {
      ...registered(""),
      [PROJECT]: `default = "gone"\n[profile]\ngood = "good.lua"\n`,
    },
    code: 1,
  },
  {
    what: "a default in another registry that is not there",
    files: { [PROJECT]: `default = "user:gone"\n` },
    code: 1,
  },
  {
    what: "a dangling alias",
    files: registered(`[alias]\nx = "project:gone"\n`),
    code: 1,
  },
  {
    what: "a user's dangling alias",
    files: { [USER]: `[alias]\nx = "user:gone"\n` },
    code: 1,
  },
  {
    what: "a missing registered file",
    files: registered(`lost = "lost.lua"\n`),
    code: 1,
  },
  {
    what: "a missing file of a table",
    files: registered(`[profile.lost]\npath = "lost.lua"\n`),
    code: 1,
  },
  {
    what: "a missing file below the older name",
    files: { [PROJECT]: `[entries]\nlost = "lost.lua"\n` },
    code: 1,
  },
  {
    what: "a missing file of the user's",
    files: { [USER]: `[profile]\nlost = "lost.lua"\n`, ...registered("") },
    code: 1,
  },
  {
    what: "a registered folder",
    files: registered(`dir = "dir.lua"\n`, { ".insomnia/dir.lua/x": "" }),
    code: 1,
  },
  {
    what: "a user's registry that is not TOML",
    files: { [USER]: "= 1", ...registered("") },
    code: 1,
  },
  {
    what: "both registries broken",
    files: { [USER]: "]", [PROJECT]: "]" },
    code: 1,
  },
  {
    what: "both spellings of the table",
    files: { [PROJECT]: `[profile]\n[entries]\n` },
    code: 1,
  },
  {
    what: "a description that is no text",
    files: { [PROJECT]: `[profile.x]\npath = "x.lua"\ndescription = 1\n` },
    code: 1,
  },
  {
    what: "a helper that is registered, strictly",
    files: registered(`h = "_h.lua"\n`, { ".insomnia/_h.lua": GOOD }),
    args: ["--strict"],
    code: 1,
  },
  // Profiles.
  { what: "a syntax error", files: written("return {"), code: 1 },
  { what: "an error of its own", files: written(`error("no")`), code: 1 },
  { what: "an unknown field", files: written(`return { modle = 1 }`), code: 1 },
  { what: "no model", files: written("return {}"), code: 1 },
  { what: "nothing returned", files: written(""), code: 1 },
  { what: "a function", files: written("return function() end"), code: 1 },
  {
    what: "a module that is not there",
    files: written(`return require("gone")`),
    code: 1,
  },
  {
    what: "an import that is not there",
    files: written(`return profile.import("project:gone")`),
    code: 1,
  },
  {
    what: "a profile that never ends",
    files: written("while true do end"),
    args: ["--max-steps=100000"],
    code: 1,
  },
  {
    what: "a profile that asks for files",
    files: written(`return io.open("x")`),
    code: 1,
  },
  {
    what: "a secret",
    files: written(
      `return { model = "codex-oauth/gpt-5.5", web = { search = { api_key = "x" } } }`,
    ),
    code: 1,
  },
  {
    what: "a warning, strictly",
    files: written(`return { model = "codex-oauth/gpt-unheard-of" }`),
    args: ["--strict"],
    code: 1,
  },
  {
    what: "broken JSON",
    files: registered(`j = "j.json"\n`, { ".insomnia/j.json": "{" }),
    code: 1,
  },
  {
    what: "broken TOML",
    files: registered(`t = "t.toml"\n`, { ".insomnia/t.toml": "model =" }),
    code: 1,
  },
  {
    what: "a manifest in a profile's place",
    files: registered(`t = "t.toml"\n`, {
      ".insomnia/t.toml": `pod.name = "x"\nmodel.ref = "codex-oauth/gpt-5.5"\n`,
    }),
    code: 1,
  },
  // Words.
  { what: "an unknown name", files: {}, args: ["nobody"], code: 1 },
  { what: "a word that is none", files: {}, args: ["a b"], code: 1 },
  { what: "a file that is missing", files: {}, args: ["./x.lua"], code: 1 },
  { what: "an empty folder", files: { "e/x.txt": "" }, args: ["e/"], code: 1 },
  {
    what: "an ambiguous name beside a good one",
    files: registered(`coder = "good.lua"\n`),
    args: ["good", "coder"],
    code: 1,
  },
  { what: "no registry to check", files: {}, args: ["project:"], code: 1 },
  { what: "nothing here", files: {}, args: ["."], code: 1 },
  {
    what: "a file below that no registry names",
    files: { ...registered(""), "x/bad.lua": "return {" },
    args: ["."],
    code: 1,
  },
  {
    what: "a path where only registries may be chosen",
    files: { "x.lua": GOOD },
    args: ["./x.lua", "--registry-only"],
    code: 1,
  },
  // Nothing can be checked.
  {
    what: "a broken registry alone",
    files: { [PROJECT]: "]" },
    args: ["project:"],
    code: 5,
  },
  {
    what: "a broken registry that a name needs",
    files: { [PROJECT]: "]" },
    args: ["project:x", "y"],
    code: 5,
  },
  {
    what: "a broken catalog",
    files: { "config/models.toml": "]", ...registered("") },
    code: 5,
  },
  {
    what: "a workspace that is not there",
    files: {},
    args: ["--workspace", "nowhere"],
    code: 5,
  },
];

Deno.test("cli check: there are 40 broken projects", () => {
  assert.ok(PROJECTS.filter(({ code }) => code > 0).length >= 40);
});

for (const { what, files, args = [], code } of PROJECTS) {
  Deno.test(`cli check: one answer (exit ${code}) of ${what}`, async () => {
    const cwd = folderWith(files);
    const env = { INSOMNIA_CONFIG_DIR: `${cwd}/config` };
    const runs = [[], ["--format=json"], ["--quiet"]].map((format) =>
      runCli(["check", ...args, ...format], { cwd, env })
    );
    const [text, json, quiet] = await Promise.all(runs) as [Run, Run, Run];
    assert.deepEqual(
      [text.code, json.code, quiet.code],
      [code, code, code],
      text.error,
    );
    const isWell = code === 0;
    const answer = JSON.parse(json.out);
    assert.equal(answer.ok, isWell);
    assert.equal(answer.errors > 0, !isWell);
    assert.equal(isWellBy(text.out), isWell, text.out);
    assert.equal(quiet.out === "", isWell, quiet.out);
    assert.equal(isWell || !isWellBy(quiet.out), true, quiet.out);
    assert.equal(/^error\[/m.test(text.error), !isWell, text.error);
    assert.doesNotMatch(text.error, /internal-error/);
    // The parts are no other answer than the whole.
    const parts = [...answer.profiles, ...answer.registries];
    assert.equal(parts.every(({ ok }: { ok: boolean }) => ok), isWell);
  });
}

/** What somebody takes from the last line. */
function isWellBy(out: string): boolean {
  return /\d+ profiles? checked, all well$/.test(out.trimEnd());
}
