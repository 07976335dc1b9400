import assert from "node:assert/strict";
import { folderWith, runCli } from "./run_cli.ts";

const GOOD = `return { model = "codex-oauth/gpt-5.5" }`;

/** A project with two good profiles, one broken one and one that is missing. */
function project(): string {
  return folderWith({
    ".insomnia/profiles.toml":
      `[profile]\na = "a.lua"\nb = "b.toml"\nbad = "bad.lua"\nlost = "lost.lua"\n`,
    ".insomnia/a.lua": GOOD,
    ".insomnia/b.toml": `model = "codex-oauth/gpt-5.5"\n`,
    ".insomnia/bad.lua": `return { modle = 1 }`,
  });
}

function filesBelow(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory
      ? filesBelow(`${folder}/${name}`).map((file) => `${name}/${file}`)
      : [name]
  ).sort();
}

Deno.test("cli resolve --all: writes the good ones, says what failed, and exits with 1", async () => {
  const cwd = project();
  const args = ["resolve", "--all", "project:", "--out", "m", "--pod-name=x"];
  const { code, out, error } = await runCli(args, { cwd });
  assert.equal(code, 1, error);
  assert.deepEqual(filesBelow(`${cwd}/m`), [
    "project/a.json",
    "project/b.json",
  ]);
  assert.deepEqual(
    out.trimEnd().split("\n").map((line) => line.split(/  +/)),
    [
      ["written", "project/a.json"],
      ["written", "project/b.json"],
      ["failed", "project/bad.json"],
      ["2 written, 0 the same as before, 1 failed: there are errors"],
    ],
  );
  assert.match(
    error,
    /^error\[profile-missing\]: `project:lost`[^]*profiles\.toml:5:8/m,
  );
  assert.match(error, /^error\[unknown-field\]: unknown field `modle`/m);
  // Each is what resolving it alone prints.
  for (const name of ["a", "b"]) {
    const alone = await runCli([`project:${name}`, "--pod-name=x"], { cwd });
    assert.equal(
      await Deno.readTextFile(`${cwd}/m/project/${name}.json`),
      alone.out,
    );
  }
});

Deno.test("cli resolve --all: every registry, and exit code 0 where all is well", async () => {
  const cwd = folderWith();
  const { code, out, error } = await runCli(
    ["--all", "-o", "m", "--pod-name=x", "--format=toml"],
    { cwd },
  );
  assert.equal(code, 0, error);
  assert.equal(error, "");
  const files = filesBelow(`${cwd}/m`);
  assert.ok(files.includes("builtin/default.toml"), String(files));
  assert.match(out, /\n\d+ written, 0 the same as before: all well\n$/);
  const again = await runCli(
    ["--all", "-o", "m", "--pod-name=x", "--format=toml"],
    { cwd },
  );
  assert.match(again.out, /\n0 written, \d+ the same as before: all well\n$/);
  const quiet = await runCli(
    ["--all", "-o", "m", "--pod-name=x", "--format=toml", "-q"],
    { cwd },
  );
  assert.deepEqual(quiet, { code: 0, out: "", error: "" });
});

Deno.test("cli resolve --all: names what is gone, and what is left of the other format", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml": `[profile]\na = "a.lua"\n`,
    ".insomnia/a.lua": GOOD,
    "m/project/gone.json": "{}",
    "m/project/a.toml": "",
    "m/project/README.md": "",
    "m/builtin/gone.json": "{}",
  });
  const args = ["--all", "project:", "--out=m", "--pod-name=x"];
  const { code, error } = await runCli(["resolve", ...args], { cwd });
  assert.equal(code, 0, error);
  assert.match(
    error,
    /^warning\[manifest-left\]: `m\/project\/a\.toml` was not written anew/m,
  );
  assert.match(
    error,
    /^warning\[manifest-left\]: `m\/project\/gone\.json` is of a profile that is gone: there is no `project:gone`$/m,
  );
  assert.equal(error.match(/manifest-left/g)?.length, 2, error);
  assert.ok(filesBelow(`${cwd}/m`).includes("project/gone.json"));
  const strict = await runCli(["resolve", ...args, "--strict"], { cwd });
  assert.equal(strict.code, 1);
});

Deno.test("cli resolve --all: a link to a manifest that is gone is named, too", async () => {
  const cwd = project();
  await Deno.mkdir(`${cwd}/m/project`, { recursive: true });
  await Deno.symlink("nowhere.json", `${cwd}/m/project/gone.json`);
  const args = ["resolve", "--all", "project:", "--out=m", "--pod-name=x"];
  const { error } = await runCli(args, { cwd });
  assert.match(error, /^warning\[manifest-left\]: `m\/project\/gone\.json`/m);
});

Deno.test("cli resolve --all: a folder that cannot be made is an error of writing", async () => {
  const cwd = project();
  await Deno.writeTextFile(`${cwd}/m`, "a file");
  const args = ["resolve", "--all", "project:", "--out=m", "--pod-name=x"];
  const { code, error } = await runCli(args, { cwd });
  assert.equal(code, 5);
  assert.match(
    error,
    /^error\[file-unwritable\]: cannot make the folder `m\/project`: /m,
  );
  assert.equal(await Deno.readTextFile(`${cwd}/m`), "a file");
});

Deno.test("cli resolve --all: of a broken registry nothing is said to be gone", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml": "]",
    "m/project/a.json": "{}",
  });
  const { code, error } = await runCli(
    ["--all", "--out=m", "--pod-name=x"],
    { cwd },
  );
  assert.equal(code, 1);
  assert.match(error, /^error\[registry-syntax\]/);
  assert.doesNotMatch(error, /manifest-left/);
});

Deno.test("cli resolve --all: two names that one file would have are an error", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml": `[profile]\na = "a.lua"\nA = "a.lua"\n`,
    ".insomnia/a.lua": GOOD,
  });
  const { code, error } = await runCli(
    ["--all", "project:", "--out=m", "--pod-name=x"],
    { cwd },
  );
  assert.equal(code, 1);
  assert.match(error, /`project:a` and `project:A` are one file/);
});

for (
  const [args, message] of [
    [["--all"], "`--all` needs `--out`"],
    [["--all", "coder", "--out=m"], "unknown SELECTOR: `coder`"],
    [
      ["--all", "--out=m", "--manifest=x.toml"],
      "`--manifest` cannot be given together with `--all`",
    ],
  ] as const
) {
  Deno.test(`cli resolve ${args.join(" ")}: is refused`, async () => {
    const { code, error } = await runCli(args);
    assert.equal(code, 2);
    assert.ok(error.includes(message), error);
  });
}
