import assert from "node:assert/strict";
import { executable, folderWith } from "./run_cli.ts";

/** Where there is a device that is always full, and a shell to name it. */
const HAS_FULL = await Deno.stat("/dev/full").then(() => true, () => false);

Deno.test(
  "a full standard output is an error of its own, a full standard error is none",
  {
    ignore: !HAS_FULL,
  },
  async () => {
    const { program, before, base } = executable();
    const run = async (line: string) => {
      const { code, stderr } = await new Deno.Command("sh", {
        args: ["-c", `"$@" ${line}`, "sh", program, ...before],
        cwd: folderWith(),
        env: { ...base, PATH: Deno.env.get("PATH") ?? "" },
        clearEnv: true,
      }).output();
      return { code, error: new TextDecoder().decode(stderr) };
    };
    const full = await run("list > /dev/full");
    assert.equal(full.code, 5);
    assert.match(full.error, /file-unwritable.*standard output/);
    // The short way of the usual start, too.
    const usual = await run("default --pod-name x > /dev/full");
    assert.equal(usual.code, 5);
    assert.match(
      usual.error,
      /^error\[file-unwritable\]: cannot write to standard output: [^\n]+\n$/,
    );
    assert.equal(
      (await run("default --pod-name x > /dev/full 2> /dev/full")).code,
      5,
    );
    assert.equal((await run("nonsuch 2> /dev/full")).code, 3);
    assert.equal((await run("list > /dev/full 2> /dev/full")).code, 5);
  },
);
