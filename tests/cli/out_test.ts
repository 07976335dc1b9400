import assert from "node:assert/strict";
import { hasLocks } from "./executable_locks.ts";
import { hasPrograms } from "../has_programs.ts";
import { folderWith, runCli } from "./run_cli.ts";

/** Needs a runtime that locks files. */
const LOCKS = { ignore: !hasLocks() };

const PROFILE = `return require("shared")`;
const SHARED = `return { model = "codex-oauth/gpt-5.5" }`;
const POSIX = { ignore: Deno.build.os === "windows" };

const WITH_PIPES = { ignore: POSIX.ignore || !hasPrograms("mkfifo") };

const files = { "p.lua": PROFILE, "shared.lua": SHARED };

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

function resolveTo(out: string, cwd: string) {
  return runCli(
    ["./p.lua", "--pod-name", "x", "--quiet", "--format", "json", "--out", out],
    { cwd },
  );
}

Deno.test(
  "--out: never over the profile or a module it read, by whatever name",
  POSIX,
  async () => {
    const cwd = folderWith(files);
    await Deno.symlink("shared.lua", `${cwd}/link.json`);
    await Deno.link(`${cwd}/p.lua`, `${cwd}/hard.json`);
    for (const out of ["p.lua", "shared.lua", "link.json", "hard.json"]) {
      const { code, error } = await resolveTo(out, cwd);
      assert.equal(code, 5, out);
      assert.match(error, /file-unwritable.*was made from that file/, out);
    }
    assert.equal(await Deno.readTextFile(`${cwd}/p.lua`), PROFILE);
    assert.equal(await Deno.readTextFile(`${cwd}/shared.lua`), SHARED);
  },
);

Deno.test(
  "--out: a link stays a link, also one to nothing",
  POSIX,
  async () => {
    const cwd = folderWith(files);
    await Deno.mkdir(`${cwd}/away`);
    await Deno.symlink("away/gone.json", `${cwd}/link.json`);
    assert.equal((await resolveTo("link.json", cwd)).code, 0);
    assert.ok((await Deno.lstat(`${cwd}/link.json`)).isSymlink);
    assert.match(await Deno.readTextFile(`${cwd}/away/gone.json`), /"pod"/);
  },
);

Deno.test(
  "--out: the longest name there can be, and leftovers of a killed run are swept",
  LOCKS,
  async () => {
    const left = `.insomnia-profile.${crypto.randomUUID()}.tmp`;
    const mine = ".insomnia-profile.notes.tmp";
    const cwd = folderWith({ ...files, [left]: "half a mani", [mine]: "mine" });
    const name = `${"n".repeat(250)}.json`;
    assert.equal((await resolveTo(name, cwd)).code, 0);
    const names = namesIn(cwd);
    assert.deepEqual(names, [mine, name, "p.lua", "shared.lua"].sort());
  },
);

Deno.test("--out /dev/stdout is standard output", POSIX, async () => {
  const { code, out } = await resolveTo("/dev/stdout", folderWith(files));
  assert.equal(code, 0);
  assert.match(out, /^\{\n {2}"pod"/);
});

Deno.test(
  "--out: nobody waits for the reader of a pipe",
  WITH_PIPES,
  async () => {
    const cwd = folderWith(files);
    await new Deno.Command("mkfifo", { args: [`${cwd}/pipe`] }).output();
    const { code, error } = await resolveTo("pipe", cwd);
    assert.equal(code, 5);
    assert.match(error, /cannot write `pipe`: it is not a regular file/);
  },
);

Deno.test("--out: what cannot be written leaves nothing behind", async () => {
  const cwd = folderWith(files);
  const { code, error } = await resolveTo("nowhere/x.json", cwd);
  assert.equal(code, 5);
  assert.match(error, /file-unwritable/);
  assert.equal(namesIn(cwd).length, 2);
});
