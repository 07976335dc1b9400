import assert from "node:assert/strict";
import { folderWith, runCli } from "./run_cli.ts";

const CODER = `
print("hello from the profile")
return { slug = "coder", model = "codex-oauth/gpt-5.5" }
`;
const QUIET = `return { model = "codex-oauth/gpt-5.5" }`;

Deno.test("cli resolve: the manifest alone is on standard output", async () => {
  const cwd = folderWith();
  const run = await runCli(["default", "--pod-name", "demo"], { cwd });
  assert.deepEqual({ code: run.code, error: run.error }, {
    code: 0,
    error: "",
  });
  const manifest = JSON.parse(run.out);
  assert.equal(manifest.pod.name, "demo");
  assert.equal(manifest.scope.allow[0].target, cwd);
  assert.equal(manifest.compaction.threshold, 200000);
  // Left out or spelled out, it is the same.
  for (const args of [[], ["resolve"], ["resolve", "default"]]) {
    const same = await runCli([...args, "--pod-name", "demo"], { cwd });
    assert.deepEqual(same, run, args.join(" "));
  }
});

Deno.test("cli resolve: without --pod-name the workspace gives the name, with a note", async () => {
  const cwd = folderWith({ "my app!/x.lua": QUIET });
  const args = ["default", "--workspace", "my app!"];
  const { code, out, error } = await runCli(args, { cwd });
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).pod.name, "my-app-");
  assert.match(error, /^note\[pod-name-derived\]: .*`my-app-`/);
  const quiet = await runCli([...args, "--quiet"], { cwd });
  assert.deepEqual(quiet, { code, out, error: "" });
});

Deno.test("cli resolve: a path is relative to where one stands, not to the workspace", async () => {
  const cwd = folderWith({ "coder.lua": QUIET, "ws/other.lua": QUIET });
  for (const selector of ["./coder.lua", "coder.lua", "path:coder.lua"]) {
    const { code, out, error } = await runCli(
      [selector, "--workspace", "ws", "--pod-name", "x"],
      { cwd },
    );
    assert.equal(code, 0, error);
    const { profile, scope } = JSON.parse(out);
    assert.equal(profile.source.path, `${cwd}/coder.lua`);
    assert.equal(scope.allow[0].target, `${cwd}/ws`);
  }
});

Deno.test("cli resolve: what a profile prints is a note, never output", async () => {
  const cwd = folderWith({ "coder.lua": CODER });
  const { code, out, error } = await runCli(
    ["./coder.lua", "--pod-name", "x"],
    { cwd },
  );
  assert.equal(code, 0, error);
  assert.equal(JSON.parse(out).profile.profile.name, "coder");
  assert.match(
    error,
    /^note\[print\]: hello from the profile\n {2}--> coder\.lua:2/,
  );
});

Deno.test("cli resolve --format toml: the same manifest as TOML", async () => {
  const { code, out } = await runCli([
    "default",
    "--pod-name",
    "demo",
    "--format=toml",
  ]);
  assert.equal(code, 0);
  assert.match(out, /^\[pod\]\nname = "demo"\n/);
});

Deno.test("cli resolve --out: writes the same bytes, and nothing else", async () => {
  const cwd = folderWith({ "coder.lua": QUIET });
  const args = ["./coder.lua", "--pod-name", "x"];
  const printed = await runCli(args, { cwd });
  const { code, out, error } = await runCli(
    [...args, "--out", "pod.json"],
    { cwd },
  );
  assert.deepEqual({ code, out, error }, { code: 0, out: "", error: "" });
  assert.equal(await Deno.readTextFile(`${cwd}/pod.json`), printed.out);
  const left: string[] = [];
  for await (const { name } of Deno.readDir(cwd)) left.push(name);
  assert.deepEqual(left.sort(), ["coder.lua", "pod.json"]);
  const refused = await runCli([...args, "--out", "no/pod.json"], { cwd });
  assert.equal(refused.code, 5);
  assert.match(refused.error, /^error\[file-unwritable\]: /);
});

Deno.test("cli resolve --delegate: grants what it says instead of the workspace", async () => {
  const cwd = folderWith();
  const { code, out, error } = await runCli([
    "default",
    "--pod-name=x",
    "--delegate=read:docs",
    "--delegate",
    "write,nonrecursive:src",
  ], { cwd });
  assert.equal(code, 0, error);
  assert.deepEqual(JSON.parse(out).scope.allow, [
    { target: `${cwd}/docs`, permission: "read", recursive: true },
    { target: `${cwd}/src`, permission: "write", recursive: false },
  ]);
  const wrong = await runCli(["--delegate", "docs"], { cwd });
  assert.equal(wrong.code, 2);
  assert.match(wrong.error, /^error\[delegate-invalid\]: /);
});

Deno.test("cli resolve -: reads JSON data from standard input", async () => {
  const stdin = `{"model": "codex-oauth/gpt-5.5", "slug": "generated"}`;
  const { code, out, error } = await runCli(["-", "--pod-name", "x"], {
    stdin,
  });
  assert.equal(code, 0, error);
  assert.equal(JSON.parse(out).profile.source.path, "<stdin>");
});

Deno.test("cli resolve --registry-only: refuses paths and standard input", async () => {
  const cwd = folderWith({ "coder.lua": QUIET });
  for (const selector of ["./coder.lua", "-"]) {
    const { code, out, error } = await runCli(
      [selector, "--registry-only", "--pod-name", "x"],
      { cwd },
    );
    assert.deepEqual({ code, out }, { code: 3, out: "" });
    assert.match(error, /^error\[selector-refused\]: /);
  }
  const { code } = await runCli(
    ["builtin:fast", "--registry-only", "--pod-name", "x"],
    { cwd },
  );
  assert.equal(code, 0);
});

Deno.test("cli resolve: a profile may have the name of a command", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml": `[profile]\nlist = "list.lua"\n`,
    ".insomnia/list.lua":
      `return { slug = "mine", model = "codex-oauth/gpt-5.5" }`,
  });
  for (const args of [["resolve", "list"], ["project:list"], ["--", "list"]]) {
    const { code, out, error } = await runCli(
      ["--pod-name", "x", ...args],
      { cwd },
    );
    assert.equal(code, 0, error);
    assert.equal(JSON.parse(out).profile.source.name, "list");
  }
});

Deno.test("cli resolve --profile --profile-pod-name: the older spellings", async () => {
  const cwd = folderWith();
  const { code, out } = await runCli(
    ["--profile", "builtin:fast", "--profile-pod-name", "old"],
    { cwd },
  );
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).pod.name, "old");
  assert.equal(JSON.parse(out).profile.source.name, "fast");
});

Deno.test("cli resolve --manifest: a complete file, no profile section", async () => {
  const cwd = folderWith({
    "pod.toml": `
[pod]
name = "written"
[model]
ref = "codex-oauth/gpt-5.5"
[[scope.allow]]
target = "src"
permission = "read"
`,
  });
  const { code, out, error } = await runCli(["--manifest", "pod.toml"], {
    cwd,
  });
  assert.equal(code, 0, error);
  const manifest = JSON.parse(out);
  assert.equal(manifest.pod.name, "written");
  assert.equal(manifest.scope.allow[0].target, `${cwd}/src`);
  assert.equal(manifest.profile, undefined);
});

const FAILURES: readonly {
  readonly name: string;
  readonly lua: string;
  readonly args?: readonly string[];
  readonly code: number;
  readonly error: RegExp;
}[] = [
  {
    name: "a mistyped field has its place underlined",
    lua: `return {
  model = "codex-oauth/gpt-5.5",
  worker = {
    reasonning = "high",
  },
}
`,
    code: 1,
    error:
      /^error\[unknown-field\]: .*\n {2}--> bad\.lua:4:5\n {3}\|\n 4 \| {5}reasonning = "high",\n {3}\| {5}\^{10} did you mean `reasoning`\?\n/,
  },
  {
    name: "all problems at once",
    lua: `return { model = "codex-oauth/gpt-5.5", pod = {}, nonsense = 1 }`,
    code: 1,
    error:
      /^(?=[^]*^error\[not-a-profile-field\])(?=[^]*^error\[unknown-field\])/m,
  },
  {
    name: "a syntax error",
    lua: "return {",
    code: 1,
    error: /^error\[lua-syntax\]: [^]* {2}--> bad\.lua:1/,
  },
  {
    name: "a runaway profile is stopped",
    lua: "while true do end",
    args: ["--max-steps", "100000"],
    code: 4,
    error: /^error\[limit-steps\]: /,
  },
  {
    name: "a warning",
    lua: `return { model = "codex-oauth/gpt-unheard-of" }`,
    code: 0,
    error: /^warning\[model-unknown\]: /,
  },
  {
    name: "a warning is an error with --strict",
    lua: `return { model = "codex-oauth/gpt-unheard-of" }`,
    args: ["--strict"],
    code: 1,
    error: /^error\[model-unknown\]: /,
  },
  {
    name: "a workspace that is not there",
    lua: QUIET,
    args: ["--workspace", "nowhere"],
    code: 5,
    error: /^error\[workspace-invalid\]: /,
  },
];

for (const { name, lua, args = [], code, error } of FAILURES) {
  Deno.test(`cli resolve: ${name} (exit ${code})`, async () => {
    const cwd = folderWith({ "bad.lua": lua });
    const run = await runCli(
      ["./bad.lua", "--pod-name", "x", ...args],
      { cwd },
    );
    assert.equal(run.code, code, run.error);
    assert.match(run.error, error);
    assert.equal(run.out === "", code !== 0);
  });
}

Deno.test("cli resolve --error-format: the same problem in each format", async () => {
  const cwd = folderWith({
    "bad.lua":
      `return {\n  model = "codex-oauth/gpt-5.5",\n  nonsense = 1,\n}\n`,
  });
  const as = async (format: string) => {
    const args = ["./bad.lua", "--pod-name", "x", "--error-format", format];
    const { code, out, error } = await runCli(args, { cwd });
    assert.deepEqual({ code, out }, { code: 1, out: "" });
    return error;
  };
  const { code, source } = JSON.parse(await as("json"));
  assert.equal(code, "unknown-field");
  assert.deepEqual(
    [source.file, source.line, source.column, source.length],
    ["bad.lua", 3, 3, 8],
  );
  assert.match(
    await as("github"),
    /^::error title=unknown-field,file=bad\.lua,line=3,col=3,endColumn=10::/,
  );
  const [{ results }] = JSON.parse(await as("sarif")).runs;
  assert.equal(results.length, 1);
  assert.equal(results[0].ruleId, "unknown-field");
  assert.equal(
    results[0].locations[0].physicalLocation.artifactLocation.uri,
    "bad.lua",
  );
});

Deno.test("cli resolve: an ambiguous name chooses nothing and lists the qualified ones", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml": `[profile]\ncoder = "coder.lua"\n`,
    ".insomnia/coder.lua": QUIET,
  });
  const { code, out, error } = await runCli(["coder"], { cwd });
  assert.deepEqual({ code, out }, { code: 3, out: "" });
  assert.match(error, /^error\[profile-ambiguous\]: /);
  assert.match(error, /builtin:coder/);
  assert.match(error, /project:coder/);
});

Deno.test("cli resolve: problems of shape and of rules come in one round, as they stand in the source", async () => {
  const cwd = folderWith({
    "bad.lua": `return {
  zeta = 1,
  slug = "has space",
  model = "nope/gpt-5",
  compaction = {
    threshold = 5000,
    request_threshold = 4000,
    retained_tokens = "many",
  },
  scope = "write",
}
`,
  });
  const { code, error } = await runCli(
    ["./bad.lua", "--pod-name", "x", "--error-format", "json"],
    { cwd },
  );
  assert.equal(code, 1);
  const said = error.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(said.map((d) => `${d.code} ${d.path} ${d.source.line}`), [
    "unknown-field zeta 2",
    "invalid-value slug 3",
    "provider-unknown model 4",
    "compaction-order compaction.threshold 6",
    "invalid-type compaction.retained_tokens 8",
    "invalid-value scope 10",
  ]);
  assert.match(said.at(-1).message, /^`scope` must be one of/);
});
