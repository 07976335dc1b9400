import assert from "node:assert/strict";
import { parse } from "npm:smol-toml@1.9.1";
import { folderWith, runCli } from "./run_cli.ts";

async function filesBelow(folder: string, below = ""): Promise<string[]> {
  const found: string[] = [];
  for await (
    const { name, isDirectory } of Deno.readDir(`${folder}/${below}`)
  ) {
    if (isDirectory) {
      found.push(
        ...await filesBelow(folder, `${below}${name}/`),
      );
    } else found.push(below + name);
  }
  return found.sort();
}

const ONE = [
  ".insomnia/profiles.toml",
  ".insomnia/profiles/coder.lua",
  ".luarc.json",
];
const ROLES = [
  ".insomnia/profiles.toml",
  ".insomnia/profiles/coder.lua",
  ".insomnia/profiles/orchestrator.lua",
  ".insomnia/profiles/reviewer.lua",
  ".insomnia/profiles/shared/models.lua",
  ".luarc.json",
];

for (
  const [flags, files] of [
    [[], ONE],
    [["--roles"], ROLES],
    [["--roles", "--ci", "github"], [
      ".github/workflows/profiles.yml",
      ...ROLES,
    ]],
  ] as const
) {
  Deno.test(`cli init ${flags.join(" ")}: writes its files, all of them well`, async () => {
    const cwd = folderWith();
    const { code, out, error } = await runCli(["init", ...flags], { cwd });
    assert.deepEqual({ code, error }, { code: 0, error: "" });
    for (const file of files) {
      assert.match(out, new RegExp(`^wrote +${file} `, "m"));
    }
    const all = await filesBelow(cwd);
    assert.deepEqual(
      all.filter((file) => !file.startsWith(".insomnia/.types/")),
      files,
    );
    const check = await runCli(["check", "--strict", "."], { cwd });
    assert.deepEqual(
      { code: check.code, error: check.error },
      { code: 0, error: "" },
      check.out,
    );
    // Each name alone means the project's own, also where a builtin has it.
    const { profile, default: chosen } = parse(
      await Deno.readTextFile(`${cwd}/.insomnia/profiles.toml`),
    ) as { profile: Record<string, unknown>; default: string };
    for (const name of ["default", chosen, ...Object.keys(profile)]) {
      const { out, code } = await runCli([name, "--pod-name", "x"], { cwd });
      assert.equal(code, 0, name);
      assert.equal(JSON.parse(out).profile.source.source, "project", name);
    }
  });
}

Deno.test("cli init: what the files name as their schema is there", async () => {
  const cwd = folderWith();
  await runCli(["init"], { cwd });
  const registry = await Deno.readTextFile(`${cwd}/.insomnia/profiles.toml`);
  const [, schema] = /^#:schema (\S+)$/m.exec(registry) ?? [];
  const { out } = await runCli(["schema", "registry"]);
  assert.equal(await Deno.readTextFile(`${cwd}/.insomnia/${schema}`), out);
  const settings = JSON.parse(await Deno.readTextFile(`${cwd}/.luarc.json`));
  assert.deepEqual(settings["workspace.library"], [".insomnia/.types"]);
});

Deno.test("cli init: never changes what is there, and says so", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml": "[profile]\n",
    ".luarc.json": "{}",
  });
  const { code, out } = await runCli(["init", "--format", "json"], { cwd });
  assert.equal(code, 0);
  const became = Object.fromEntries(
    JSON.parse(out).map((
      { path, became }: Record<string, string>,
    ) => [path, became]),
  );
  assert.equal(became[".insomnia/profiles.toml"], "kept");
  assert.equal(became[".luarc.json"], "kept");
  assert.equal(became[".insomnia/profiles/coder.lua"], "written");
  assert.equal(await Deno.readTextFile(`${cwd}/.luarc.json`), "{}");
  const again = await runCli(["init"], { cwd });
  assert.match(
    again.out,
    /^kept +\.luarc\.json +unchanged: it exists already$/m,
  );
  assert.doesNotMatch(again.out, /^wrote/m);
});

Deno.test("cli init: tells what a registry that is there does not name", async () => {
  const cwd = folderWith({ ".insomnia/profiles.toml": "[profile]\n" });
  const { out } = await runCli(["init", "--roles"], { cwd });
  assert.match(
    out,
    /\.insomnia\/profiles\.toml is unchanged; to name the new profiles, add below \[profile\]:\n {2}orchestrator = "profiles\/orchestrator\.lua"\n {2}coder = "profiles\/coder\.lua"\n {2}reviewer = "profiles\/reviewer\.lua"\n\nnext:/,
  );
  const again = await runCli(["init", "--roles"], { cwd });
  assert.doesNotMatch(again.out, /to name the new profiles/);
});

Deno.test("cli types: its own files anew, the settings of the editor never", async () => {
  const cwd = folderWith({
    ".insomnia/.types/insomnia.lua": "-- older",
    ".luarc.json": "{}",
  });
  const { code, out } = await runCli(["types"], { cwd });
  assert.equal(code, 0);
  assert.match(out, /^\.insomnia\/\.types\/ {2}(\d+) of \1 files written$/m);
  assert.match(out, /^\.luarc\.json {2}kept as it is; .*workspace\.library/m);
  assert.match(
    await Deno.readTextFile(`${cwd}/.insomnia/.types/insomnia.lua`),
    /^---@meta insomnia\n/,
  );
  assert.equal(await Deno.readTextFile(`${cwd}/.luarc.json`), "{}");
});

Deno.test("cli init: a place that cannot be written is an error with its path", async () => {
  const cwd = folderWith({ ".insomnia": "a file" });
  const { code, error } = await runCli(["init"], { cwd });
  assert.equal(code, 5);
  assert.match(
    error,
    /^error\[file-unwritable\]: cannot write `.*\.insomnia\/profiles\.toml`/,
  );
});
