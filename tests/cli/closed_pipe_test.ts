import assert from "node:assert/strict";
import { executable, folderWith, runCli } from "./run_cli.ts";

const cwd = folderWith({ "bad.lua": `error("no")` });

for (
  const { args, code } of [
    { args: ["models", "--format", "json"], code: 0 },
    { args: ["list"], code: 0 },
    { args: ["check", "bad.lua"], code: 1 },
    { args: ["check", "bad.lua", "--format", "json"], code: 1 },
    { args: ["check", "bad.lua", "--fix"], code: 1 },
    { args: ["diff", "builtin:coder", "builtin:fast"], code: 1 },
  ]
) {
  Deno.test(`cli ${args.join(" ")}: a closed pipe ends quietly, and with the same exit code`, async () => {
    const { program, before, base } = executable();
    const child = new Deno.Command(program, {
      args: [...before, ...args],
      cwd,
      env: base,
      clearEnv: true,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    // The reader is gone before the first byte is written.
    await child.stdout.cancel();
    const [status, error] = await Promise.all([
      child.status,
      new Response(child.stderr).text(),
    ]);
    const read = await runCli(args, { cwd });
    assert.equal(read.code, code);
    assert.equal(status.code, code);
    assert.equal(error, read.error);
    if (code === 0) assert.equal(error, "");
  });
}
