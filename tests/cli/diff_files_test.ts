import assert from "node:assert/strict";
import { folderWith, runCli } from "./run_cli.ts";

Deno.test("cli diff: a manifest of 2 MiB is a manifest, too", async () => {
  const cwd = folderWith({});
  const made = await runCli(
    ["resolve", "coder", "--pod-name", "x", "--format", "json"],
    { cwd },
  );
  await Deno.writeTextFile(`${cwd}/a.json`, made.out);
  await Deno.writeTextFile(`${cwd}/b.json`, made.out + " ".repeat(2 ** 21));
  const same = await runCli(["diff", "a.json", "b.json"], { cwd });
  assert.deepEqual([same.code, same.out], [0, ""], same.error);
});
