import assert from "node:assert/strict";
import { folderWith, runCli } from "../run_cli.ts";

const CODER = `return { model = "codex-oauth/gpt-5.5" }`;

Deno.test("cli -C: as if started there", async () => {
  const cwd = folderWith({
    "team/coder.lua": CODER,
    "team/.insomnia/profiles.toml": `[profile]\nmine = "../coder.lua"\n`,
    "team/src/x": "",
    "bad/bad.lua": "return { modle = 1 }",
  });
  const args = ["./coder.lua", "--delegate=read:src", "-o", "pod.json", "-q"];
  const there = await runCli(args, { cwd: `${cwd}/team` });
  assert.deepEqual(there, { code: 0, out: "", error: "" });
  const expected = await Deno.readTextFile(`${cwd}/team/pod.json`);
  await Deno.remove(`${cwd}/team/pod.json`);
  assert.deepEqual(await runCli(["-C", "team", ...args], { cwd }), there);
  assert.equal(await Deno.readTextFile(`${cwd}/team/pod.json`), expected);
  const listed = await runCli(["list", "--directory=team"], { cwd });
  assert.match(listed.out, /^project:mine$/m);
  // Places are shown as they are seen from there.
  const bad = await runCli(["-C", "bad", "./bad.lua"], { cwd });
  assert.match(bad.error, /--> bad\.lua:1:10/);
  const completed = await runCli([
    "__complete",
    "-C",
    "team",
    "resolve",
    "=project:",
  ], { cwd });
  assert.match(completed.out, /^project:mine\t/m);
});

for (
  const [folder, reason] of [["nowhere", "there is no such directory"], [
    "file",
    "it is not a directory",
  ]] as const
) {
  Deno.test(`cli -C ${folder}: ${reason}`, async () => {
    const cwd = folderWith({ file: "" });
    const { code, error } = await runCli(["-C", folder, "list"], { cwd });
    assert.equal(code, 5);
    assert.ok(
      error.startsWith(
        `error[file-unreadable]: cannot start in \`${folder}\`: ${reason}`,
      ),
      error,
    );
  });
}

const ENDINGS: readonly (readonly [
  file: string,
  args: readonly string[],
  begins: RegExp,
  note: boolean,
])[] = [
  ["pod.json", [], /^\{/, false],
  ["pod.toml", [], /^\[pod\]/, false],
  ["pod.toml", ["--format=json"], /^\{/, false],
  ["pod.json", ["--format=toml"], /^\[pod\]/, false],
  ["pod.yaml", [], /^\{/, true],
  ["pod", [], /^\{/, true],
  ["pod.yaml", ["--format=json"], /^\{/, false],
];

for (const [file, args, begins, note] of ENDINGS) {
  Deno.test(`cli -o ${file} ${args.join(" ")}: the format, and whether it is said`, async () => {
    const cwd = folderWith({
      "pod.toml.in":
        `pod.name = "x"\nmodel.ref = "codex-oauth/gpt-5.5"\nscope.allow = [{ target = ".", permission = "read" }]\n`,
    });
    for (
      const what of [["default", "--pod-name=x"], ["--manifest=pod.toml.in"]]
    ) {
      const { code, error } = await runCli([...what, "-o", file, ...args], {
        cwd,
      });
      assert.equal(code, 0, error);
      assert.match(await Deno.readTextFile(`${cwd}/${file}`), begins);
      assert.equal(error.includes("note[format-assumed]"), note, error);
    }
  });
}

const GRANTS: readonly (readonly [rule: string, code: number, says: RegExp])[] =
  [
    [
      "raed:src",
      2,
      /^error\[delegate-invalid\].*`raed` is no permission\n.*did you mean `read`/,
    ],
    ["src", 2, /^error\[delegate-invalid\]/],
    ["read:", 2, /^error\[delegate-invalid\].*the path is missing/],
    [
      "read:src,write:docs",
      2,
      /there are two rules in it\n.*`--delegate read:src --delegate write:docs`/,
    ],
    [
      "write:scr",
      0,
      /^note\[delegate-missing\]: `scr` is granted to be written and not there: [^]*did you mean `src`\?/,
    ],
    [
      "read:nothing/like/it",
      0,
      /^note\[delegate-missing\][^]*correct the path/,
    ],
    ["read:src", 0, /^$/],
    ["read:src/../src/./", 0, /^$/],
    ["read:.", 0, /^$/],
    ["read:inside", 0, /^$/],
    [
      "read:/usr",
      0,
      /^note\[delegate-outside\]: `\/usr` is granted to be read and lies outside/,
    ],
    ["read:..", 0, /^note\[delegate-outside\]/],
    ["read:usr", 0, /^note\[delegate-outside\]: `usr`/],
    [
      "read:usr/../src",
      2,
      /^error\[delegate-invalid\]: cannot delegate `usr\/\.\.\/src`: `usr` is a link, so `\.\.` behind it leads to `\/src`, and not to `src` [^]*help: delegate `\/src`, or `src`/,
    ],
  ];

for (const [rule, code, says] of GRANTS) {
  Deno.test(`cli --delegate ${rule}: no Pod that may touch nothing without a word`, async () => {
    const cwd = folderWith({ "src/x": "" });
    await Deno.symlink("/usr", `${cwd}/usr`);
    await Deno.symlink("src", `${cwd}/inside`);
    const run = await runCli(["default", "--pod-name=x", "--delegate", rule], {
      cwd,
    });
    assert.equal(run.code, code, run.error);
    assert.match(run.error, says);
    assert.equal(run.out === "", code !== 0);
  });
}

Deno.test("cli --delegate --strict: a folder that is made later is no error", async () => {
  const { code, out, error } = await runCli(
    ["default", "--pod-name=x", "--delegate", "read:scr", "--strict"],
  );
  assert.equal(code, 0);
  assert.match(out, /\/scr"/);
  assert.match(error, /^note\[delegate-missing\]/);
});

Deno.test("cli: a value that is glued to its letter gets the blank it wants", async () => {
  const { code, error } = await runCli(["default", "-opod.json"]);
  assert.equal(code, 2);
  assert.match(
    error,
    /unknown flag `-opod\.json`\n.*write `-o pod\.json`, with a blank/,
  );
});
