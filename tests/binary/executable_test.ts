import assert from "node:assert/strict";
import { makeBundle } from "../../scripts/bundle.ts";
import { compile, executableName } from "../../scripts/compile.ts";
import { folderWith } from "../cli/run_cli.ts";
import { run, smoke } from "./smoke.ts";

// An executable is Deno's runtime with the bundle behind it. The runtime is a
// download of some 40 MB, which a test does not make: an executable that exists
// is taken, or one is made of a runtime that is here.
const given = Deno.env.get("INSOMNIA_PROFILE_BIN") || undefined;
const runtime = Deno.env.get("DENORT_BIN") || undefined;
const ignore = given === undefined && runtime === undefined;
async function executable(): Promise<string> {
  if (given !== undefined) return given;
  const bundle = folderWith();
  const { target } = Deno.build;
  const output = `${folderWith()}/${executableName(target)}`;
  await compile(bundle, await makeBundle(bundle), target, output);
  return output;
}

Deno.test({
  name: ignore
    ? "executable: NOT TESTED: name one as INSOMNIA_PROFILE_BIN, or Deno's compile runtime (`denort`) as DENORT_BIN"
    : "executable: works with an empty environment",
  ignore,
  fn: async (t) => {
    const program = await executable();
    await smoke(t, { program });

    await t.step("writes nothing that it was not asked to", async () => {
      const [home, temporary, cwd] = [folderWith(), folderWith(), folderWith()];
      const env = { HOME: home, TMPDIR: temporary, TMP: temporary };
      for (const args of [["default", "--pod-name", "x"], ["check"]]) {
        const { code, error } = await run({ program, env }, args, cwd);
        assert.equal(code, 0, error);
      }
      for (const folder of [home, temporary, cwd]) {
        assert.deepEqual(await Array.fromAsync(Deno.readDir(folder)), []);
      }
    });

    await t.step("cannot be given more rights by its arguments", async () => {
      const { code, error } = await run(
        { program },
        ["default", "--allow-net", "--pod-name", "x"],
        folderWith(),
      );
      assert.equal(code, 2, error);
    });
  },
});
