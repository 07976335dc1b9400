import assert from "node:assert/strict";
import { repositoryPath } from "../../../scripts/repository_path.ts";
import { folderWith } from "../../cli/run_cli.ts";
import { hasPrograms } from "../../has_programs.ts";

const LINUX = "insomnia-profile-1.2.3-x86_64-unknown-linux-gnu";
const WINDOWS = "insomnia-profile-1.2.3-x86_64-pc-windows-msvc";

async function run(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd,
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assert.equal(code, 0, `${program}: ${text(stderr)}`);
  return text(stdout);
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await Array.fromAsync(
    Deno.readDir(folder),
    ({ name }) => name,
  );
  return names.sort();
}

/** A folder as the release has it, after the script. */
async function archived(): Promise<string> {
  const folder = folderWith({
    [`bin/${LINUX}`]: "linux",
    [`bin/${WINDOWS}.exe`]: "windows",
    "bin/LICENSES.txt": "of others",
    "bin/mod.js": "",
    "LICENSE": "ours",
  });
  await run("sh", [
    repositoryPath("scripts/release/archives.sh"),
    "bin",
    "LICENSE",
    "bin/LICENSES.txt",
  ], folder);
  return `${folder}/bin`;
}

Deno.test({
  name:
    "archives.sh: beside each plain executable an archive of it with the licences",
  // As a release has them: GNU's tar, Info-ZIP. Said as ignored elsewhere.
  ignore: Deno.build.os !== "linux" ||
    !hasPrograms("gzip", "tar", "unzip", "zip"),
  fn: async () => {
    const bin = await archived();
    const names = await namesIn(bin);
    assert.deepEqual(names, [
      "LICENSES.txt",
      `${WINDOWS}.exe`,
      `${WINDOWS}.zip`,
      LINUX,
      `${LINUX}.tar.gz`,
      "mod.js",
    ]);
  },
});

Deno.test({
  name: "archives.sh: what is in them, and the same bytes each time",
  ignore: Deno.build.os !== "linux" ||
    !hasPrograms("gzip", "tar", "unzip", "zip"),
  fn: async () => {
    const [bin, again] = [await archived(), await archived()];
    const to = folderWith();
    await run("tar", ["-xzf", `${bin}/${LINUX}.tar.gz`], to);
    await run("unzip", ["-q", `${bin}/${WINDOWS}.zip`], to);
    const expected = {
      [`${LINUX}/insomnia-profile`]: "linux",
      [`${LINUX}/LICENSE`]: "ours",
      [`${LINUX}/LICENSES.txt`]: "of others",
      [`${WINDOWS}/insomnia-profile.exe`]: "windows",
      [`${WINDOWS}/LICENSE`]: "ours",
      [`${WINDOWS}/LICENSES.txt`]: "of others",
    };
    const found: Record<string, string> = {};
    for (const folder of await namesIn(to)) {
      for (const name of await namesIn(`${to}/${folder}`)) {
        const path = `${folder}/${name}`;
        found[path] = await Deno.readTextFile(`${to}/${path}`);
      }
    }
    assert.deepEqual(found, expected);
    const { mode } = await Deno.stat(`${to}/${LINUX}/insomnia-profile`);
    assert.equal((mode! & 0o777).toString(8), "755");
    for (const name of [`${LINUX}.tar.gz`, `${WINDOWS}.zip`]) {
      assert.deepEqual(
        await Deno.readFile(`${bin}/${name}`),
        await Deno.readFile(`${again}/${name}`),
        name,
      );
    }
  },
});
