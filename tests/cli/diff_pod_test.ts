import assert from "node:assert/strict";
import { hasLocks } from "./executable_locks.ts";
import { folderWith, runCli } from "./run_cli.ts";

/** Needs a runtime that locks files. */
const LOCKS = { ignore: !hasLocks() };

Deno.test(
  "cli diff: pod:NAME is what a Pod was created with",
  LOCKS,
  async () => {
    const cwd = folderWith({
      "a.lua": 'return { model = "codex-oauth/gpt-5.5" }\n',
      "b.lua":
        'return { model = "codex-oauth/gpt-5.5", worker = { max_turns = 3 } }\n',
    });
    const run = (...args: string[]) =>
      runCli([...args, "--quiet"], {
        cwd,
        env: { INSOMNIA_DATA_DIR: `${cwd}/data` },
      });
    assert.equal(
      (await run("pod", "create", "a.lua", "--pod-name", "one")).code,
      0,
    );

    // Its name is no difference from a profile, which has none.
    const same = await run("diff", "pod:one", "a.lua");
    assert.deepEqual([same.code, same.out], [0, ""], same.error);
    const other = await run("diff", "b.lua", "pod:one");
    assert.equal(other.code, 1, other.error);
    assert.match(other.out, /^cost +worker\.max_turns: 3 -> \(none\)$/m);
    assert.doesNotMatch(other.out, /pod\.name/);

    await run("a.lua", "--pod-name", "two", "--out", "two.json");
    assert.equal((await run("diff", "two.json", "a.lua")).code, 0);
    assert.match((await run("diff", "two.json", "pod:one")).out, /pod\.name/);
    assert.equal((await run("diff", "pod:none", "a.lua")).code, 6);
  },
);
