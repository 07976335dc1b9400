/**
 * Over many broken projects: what a bot reads (`ok`), a person (the last line)
 * and a shell (the exit code) is the same answer.
 *
 * @module
 */
import assert from "node:assert/strict";
import { loadErrorIndex } from "../../../lib/api/error_index.ts";
import type { Diagnostic } from "../../../lib/base/diagnostic.ts";
import { checkReport } from "../../../lib/cli/check/check_report.ts";
import { type CheckRun, runCheck } from "../../../lib/cli/check/run_check.ts";
import {
  type DiagnosticFormat,
  renderDiagnostics,
} from "../../../lib/print/diagnostics/render_diagnostics.ts";
import { delegatingSystem } from "../../../lib/system/delegating_system.ts";
import { denoSystem } from "../../../lib/system/deno_system.ts";
import { commandContext } from "../command_context.ts";
import { folderWith, type Run, runCli } from "../run_cli.ts";
import { RIGHTS } from "../run_here.ts";

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
  /** Where links lead. */
  readonly links?: Files;
  /** The user's `models.toml`. */
  readonly models?: string;
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
  {
    what: "a model that is gone",
    files: written(`return { model = "anthropic/claude-opus-4-1" }`),
    args: ["--today=2026-11-30"],
    code: 1,
  },
  {
    what: "a model that ends soon",
    files: written(`return { model = "codex-oauth/ends" }`),
    args: ["--today=2026-11-30"],
    models: `[[model]]
id = "ends"
provider = "codex-oauth"
retires = 2026-12-20
[[model]]
id = "gpt-5.5"
provider = "codex-oauth"
[[model]]
id = "gpt-6-luna"
provider = "codex-oauth"
`,
    code: 0,
  },
  {
    what: "a model that ends soon, strictly",
    files: written(`return { model = "codex-oauth/ends" }`),
    args: ["project:", "--today=2026-11-30", "--strict"],
    models:
      `[[model]]\nid = "ends"\nprovider = "codex-oauth"\nretires = 2026-12-20\n`,
    code: 1,
  },
  {
    what: "a module that is a link to elsewhere",
    files: written(`return { model = require("out") }`),
    links: { ".insomnia/out.lua": "/etc/passwd" },
    code: 1,
  },
  {
    what: "a profile that is a link to nothing",
    files: registered(`x = "x.lua"\n`),
    links: { ".insomnia/x.lua": "gone.lua" },
    code: 1,
  },
  {
    what: "a profile that is a link to itself",
    files: registered(`x = "x.lua"\n`),
    links: { ".insomnia/x.lua": "x.lua" },
    code: 1,
  },
  {
    what: "profiles that import one another",
    files: {
      [PROJECT]: `[profile]\na = "a.lua"\nb = "b.lua"\n`,
      ".insomnia/a.lua": `return profile.import("project:b")`,
      ".insomnia/b.lua": `return profile.import("project:a")`,
    },
    code: 1,
  },
  {
    what: "a profile as JSON with a key twice",
    files: registered(`j = "j.json"\n`, {
      ".insomnia/j.json":
        `{"model": "codex-oauth/gpt-5.5", "model": "codex-oauth/gpt-5.5"}`,
    }),
    code: 1,
  },
  {
    what: "a profile as TOML with a date",
    files: registered(`t = "t.toml"\n`, {
      ".insomnia/t.toml": `model = 2026-01-01\n`,
    }),
    code: 1,
  },
  {
    what: "good ones as JSON and TOML",
    files: registered(`j = "j.json"\nt = "t.toml"\n`, {
      ".insomnia/j.json": `{"$schema": "x", "model": "codex-oauth/gpt-5.5"}`,
      ".insomnia/t.toml": `model = "codex-oauth/gpt-5.5"\n`,
    }),
    code: 0,
  },
  {
    what: "a profile whose text is too large",
    files: written(`return { model = "${"x".repeat(2 ** 21)}" }`),
    code: 1,
  },
  {
    what: "a profile that is not text",
    files: written("return { model = '\u0000' }"),
    code: 1,
  },
  // Names.
  {
    what: "a name twice in a registry",
    files: registered(`good = "other.lua"\n`),
    code: 1,
  },
  {
    what: "an alias of a profile's name",
    files: registered(`[alias]\ngood = "project:good"\n`),
    code: 0,
  },
  {
    what: "an alias of an alias",
    files: registered(`[alias]\na = "b"\nb = "project:good"\n`),
    code: 1,
  },
  {
    what: "an alias of a path",
    files: registered(`[alias]\na = "./good.lua"\n`),
    code: 1,
  },
  {
    what: "an alias of itself",
    files: registered(`[alias]\na = "a"\n`),
    code: 1,
  },
  {
    what: "a project's alias for a user's name",
    files: {
      [USER]: `[profile]\nmine = "mine.lua"\n`,
      "config/mine.lua": GOOD,
      ...registered(`[alias]\nmine = "project:good"\n`),
    },
    args: ["mine"],
    code: 1,
  },
  {
    what: "origins that a project trusts",
    files: {
      [PROJECT]: `trusted_origins = ["https://example.com"]\n`,
    },
    code: 1,
  },
  {
    what: "a name that is none",
    files: { [PROJECT]: `[profile]\n"a b" = "x.lua"\n` },
    code: 1,
  },
  {
    what: "a path that leaves the project, which nobody can select",
    files: {
      "p/.insomnia/profiles.toml": `[profile]\nx = "../../x.lua"\n`,
      "x.lua": "return {",
    },
    args: ["project:", "--workspace=p"],
    code: 0,
  },
  // Words.
  {
    what: "only modules in a folder",
    files: { "m/_a.lua": "return {", "m/b.txt": "" },
    args: ["m"],
    code: 1,
  },
  {
    what: "a folder of modules that require one another",
    files: {
      "m/a.lua": `return require("b")`,
      "m/b.lua": `return require("a")`,
    },
    args: ["m"],
    code: 1,
  },
  {
    what: "a broken file in a folder that nobody looks into",
    files: { "good.lua": GOOD, "node_modules/x.lua": "return {" },
    args: ["."],
    code: 0,
  },
  {
    what: "the same profile by two words, once",
    files: registered(""),
    args: ["project:good", "./.insomnia/good.lua", ".insomnia"],
    code: 0,
  },
  {
    what: "a Nix file",
    files: { "x.nix": "{}" },
    args: ["./x.nix"],
    code: 1,
  },
  {
    what: "a manifest by its path",
    files: { "m.toml": `pod.name = "x"\n[scope]\nallow = []\n` },
    args: ["./m.toml"],
    code: 1,
  },
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

const FORMS: readonly (readonly string[])[] = [
  [],
  ["--format=json", "--error-format=json"],
  ["--quiet", "--error-format=sarif"],
  ["--error-format=github"],
];

const RULES = await loadErrorIndex();

/** One run, said in every form, as the program does it. */
function inEveryForm(run: CheckRun, cwd: string): readonly Run[] {
  const report = (format: "text" | "json", failuresOnly = false) =>
    checkReport(run, format, { failuresOnly, cwd });
  const render = (
    format: DiagnosticFormat,
    diagnostics: readonly Diagnostic[] = run.diagnostics,
  ) => renderDiagnostics(diagnostics, format, { cwd, rules: RULES });
  const errors = run.diagnostics
    .filter(({ severity }) => severity === "error");
  return [
    { out: report("text"), error: render("human") },
    { out: report("json"), error: render("json") },
    { out: report("text", true), error: render("sarif", errors) },
    { out: report("text"), error: render("github") },
  ].map((said) => ({ code: run.exitCode, ...said }));
}

/** For so many projects the program is started in every form, and says the same. */
const IS_STARTED_FOR_EACH = 12;

for (const [at, project] of PROJECTS.entries()) {
  const { what, links = {}, args = [], code } = project;
  const ignore = Deno.build.os === "windows" && Object.keys(links).length > 0;
  Deno.test(`cli check: one answer (exit ${code}) of ${what}`, {
    ignore,
    permissions: RIGHTS,
  }, async () => {
    const world = await make(project);
    const { cwd, env } = world;
    const started = at % IS_STARTED_FOR_EACH > 0
      ? undefined
      : await Promise.all(
        FORMS.map((form) => runCli(["check", ...args, ...form], world)),
      );
    const system = delegatingSystem(denoSystem(), {
      cwd: () => cwd,
      env: (name) => env[name],
    });
    const context = commandContext(["check", ...args], system);
    const run = await runCheck(context, {
      writesAfterwards: false,
      withDigests: true,
    });
    const all = inEveryForm(run, cwd);
    if (started) assert.deepEqual(started, all);
    const [text, json, quiet, github] = all as [Run, Run, Run, Run];
    assert.equal(run.exitCode, code);
    const isWell = code === 0;
    const answer = JSON.parse(json.out);
    assert.equal(answer.ok, isWell);
    assert.equal(answer.errors > 0, !isWell);
    assert.equal(isWellBy(text.out), isWell, text.out);
    assert.equal(/^error\[/m.test(text.error), !isWell, text.error);
    assert.doesNotMatch(text.error, /internal-error/);
    assert.equal(quiet.out === "", isWell, quiet.out);
    assert.equal(isWell || !isWellBy(quiet.out), true, quiet.out);
    // The parts are no other answer than the whole.
    const parts = [...answer.profiles, ...answer.registries];
    assert.equal(parts.every(({ ok }: { ok: boolean }) => ok), isWell);
    // Nor is what is said for other programs.
    const diagnostics = json.error.split("\n").filter(Boolean)
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      [
        (text.error.match(/^error\[/gm) ?? []).length,
        errorsOf(diagnostics, "severity"),
        errorsOf(saidInSarif(quiet.error), "level"),
        (github.error.match(/^::error /gm) ?? []).length,
      ],
      [answer.errors, answer.errors, answer.errors, answer.errors],
    );
  });
}

/** The results of a log, and what it says of no file. */
function saidInSarif(log: string): readonly Readonly<Record<string, string>>[] {
  const [{ results, invocations = [] }] = JSON.parse(log).runs;
  return [
    ...results,
    ...invocations.flatMap(
      ({ toolExecutionNotifications = [] }) => toolExecutionNotifications,
    ),
  ];
}

/** A project on the disk. */
async function make(
  { files, links = {}, models }: Project,
): Promise<{ cwd: string; env: Record<string, string> }> {
  const cwd = folderWith({
    ...files,
    ...models && { "config/models.toml": models },
  });
  for (const [link, target] of Object.entries(links)) {
    await Deno.symlink(target, `${cwd}/${link}`);
  }
  return { cwd, env: { INSOMNIA_CONFIG_DIR: `${cwd}/config` } };
}

function errorsOf(said: unknown, field: string): number {
  return (said as Record<string, unknown>[])
    .filter((one) => one[field] === "error").length;
}

/** What somebody takes from the last line. */
function isWellBy(out: string): boolean {
  return /\d+ profiles? checked, (?:all well|no errors, \d+ warnings?)$/.test(
    out.trimEnd(),
  );
}
