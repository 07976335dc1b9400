import assert from "node:assert/strict";
import { folderWith, runCli } from "../run_cli.ts";

/** Before, and what `check --fix` makes of it; nothing where nothing is sure. */
const ROWS: readonly (readonly [
  file: string,
  before: string,
  after: string,
])[] = [
  [
    "a.lua",
    'return {\r\n  model = "antropic/claude-sonnet-4-6", -- \xe9\r\n  desciption = "x",\r\n}\r\n',
    'return {\r\n  model = "anthropic/claude-sonnet-4-6", -- \xe9\r\n  description = "x",\r\n}\r\n',
  ],
  [
    "b.lua",
    'local n = 1\nn += 2\nreturn {\n  model = "codex-oauth/gpt-5.5"\n  worker = { max_turns = "12", stop_sequences = "END" },\n  compaction = "frugal",\n}\n',
    'local n = 1\nn = n + 2\nreturn {\n  model = "codex-oauth/gpt-5.5",\n  worker = { max_turns = 12, stop_sequences = { "END" } },\n  compaction = require("insomnia.compact").preset("frugal"),\n}\n',
  ],
  [
    "c.json",
    '{\n  "model": "claude-sonnet-4-6",\n  "worker": { "max_tokns": "4096" }\n}\n',
    '{\n  "model": "anthropic/claude-sonnet-4-6",\n  "worker": { "max_tokens": 4096 }\n}\n',
  ],
  [
    "d.toml",
    'model = "codex-oauth/gpt-5.5"\n[compaction]\nthreshold = "50%"\nrequest_threshold = "200k"\n',
    'model = "codex-oauth/gpt-5.5"\n[compaction]\nthreshold = { ratio = 0.5 }\nrequest_threshold = 200000\n',
  ],
  [
    "f.lua",
    'return { model = "codex-oauth/gpt-5.5", slug = "a", slag = "b" }\n',
    'return { model = "codex-oauth/gpt-5.5", slug = "a", slag = "b" }\n',
  ],
  [
    "e.lua",
    'return { model = "codex-oauth/gpt-5.5", zebra = 1 }\n',
    'return { model = "codex-oauth/gpt-5.5", zebra = 1 }\n',
  ],
];

Deno.test("cli check --fix: changes what is sure, and nothing the second time", async (t) => {
  for (const [file, before, after] of ROWS) {
    await t.step(file, async () => {
      const cwd = folderWith({ [file]: before });
      const first = await runCli(["check", `./${file}`, "--fix"], { cwd });
      assert.equal(
        await Deno.readTextFile(`${cwd}/${file}`),
        after,
        first.error,
      );
      assert.equal(/^fixed {2}/m.test(first.out), before !== after, first.out);
      const again = await runCli(["check", `./${file}`, "--fix"], { cwd });
      assert.doesNotMatch(again.out, /^fixed/m);
      assert.equal(again.code, before === after ? 1 : 0, again.error);
      assert.equal(await Deno.readTextFile(`${cwd}/${file}`), after);
    });
  }
});

Deno.test("cli check --fix: a link stays one, and a file that is well is not written", async () => {
  const cwd = folderWith({
    "real/a.lua": 'return { model = "codex-oauth/gpt-5.5", slag = "x" }\n',
    "well.lua": 'return { model = "codex-oauth/gpt-5.5" }\n',
  });
  await Deno.symlink(`${cwd}/real/a.lua`, `${cwd}/a.lua`);
  const { mtime } = await Deno.stat(`${cwd}/well.lua`);
  const { code, out, error } = await runCli(
    ["check", "./a.lua", "./well.lua", "--fix"],
    { cwd },
  );
  assert.equal(code, 0, error);
  assert.match(out, /^fixed {2}a\.lua:1:41: now `slug`$/m);
  assert.ok((await Deno.lstat(`${cwd}/a.lua`)).isSymlink);
  assert.match(await Deno.readTextFile(`${cwd}/real/a.lua`), /slug = "x"/);
  assert.deepEqual((await Deno.stat(`${cwd}/well.lua`)).mtime, mtime);
});
