import assert from "node:assert/strict";
import { executable } from "./run_cli.ts";

Deno.test("cli: a closed pipe ends quietly", async () => {
  const { program, before, base } = executable();
  const child = new Deno.Command(program, {
    args: [...before, "models", "--format", "json"],
    env: base,
    clearEnv: true,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  // The reader is gone before the first byte is written.
  await child.stdout.cancel();
  const [{ code }, error] = await Promise.all([
    child.status,
    new Response(child.stderr).text(),
  ]);
  assert.deepEqual({ code, error }, { code: 0, error: "" });
});
