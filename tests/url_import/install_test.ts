import assert from "node:assert/strict";
import { dirname } from "node:path";
import { folderWith } from "../cli/run_cli.ts";
import { importer, type ProgramRun } from "./importer.ts";
import { serveRepository } from "./serve_repository.ts";

/** The flags that `docs/guide.md` gives. */
const FLAGS = [
  "--no-prompt",
  "--allow-read",
  "--allow-write",
  "--allow-env",
  "--unstable-worker-options",
];

Deno.test("deno install: the command line from a URL, without a network after its first run", async () => {
  const root = folderWith();
  const project = await importer({
    "coder.lua": `return { model = "codex-oauth/gpt-5.5" }`,
    "broken.lua": `return {\n  modle = "codex-oauth/gpt-5.5",\n}`,
    "catalog/models.toml": `[[model]]\nid = "gpt-5"\nprovider = "openai"`,
  }, { DENO_INSTALL_ROOT: root });
  const installed = async (
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<ProgramRun> => {
    const ending = Deno.build.os === "windows" ? ".cmd" : "";
    const { code, stdout, stderr } = await new Deno.Command(
      `${root}/bin/insomnia-profile${ending}`,
      {
        args: [...args],
        cwd: project.folder,
        env: {
          ...project.env,
          PATH: `${dirname(Deno.execPath())}:${Deno.env.get("PATH")}`,
          ...env,
        },
        stdin: "null",
      },
    ).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { code, out: text(stdout), error: text(stderr) };
  };

  {
    await using server = serveRepository();
    const { code, error } = await project.deno(
      "install",
      "--quiet",
      "--global",
      `--allow-import=${server.host}`,
      ...FLAGS,
      "--name=insomnia-profile",
      `${server.url}cli.ts`,
    );
    assert.equal(code, 0, error);
    const first = await installed(["default", "--pod-name", "x"]);
    assert.equal(first.code, 0, first.error);
    assert.equal(JSON.parse(first.out).pod.name, "x");
  }

  // The server is gone.
  const lua = await installed(["./coder.lua", "--pod-name", "x"]);
  assert.equal(lua.code, 0, lua.error);
  assert.equal(JSON.parse(lua.out).model.model_id, "gpt-5.5");

  const broken = await installed(["./broken.lua", "--pod-name", "x"]);
  assert.equal(broken.code, 1, broken.error);
  assert.match(broken.error, /broken\.lua:2:3/);

  const written = await installed([
    "./coder.lua",
    "--pod-name=x",
    "--out=x.json",
  ]);
  assert.equal(written.code, 0, written.error);
  assert.equal(await Deno.readTextFile(`${project.folder}/x.json`), lua.out);

  // The place in a builtin profile is looked up when no right is left.
  const checked = await installed(["check", "builtin:reviewer"], {
    INSOMNIA_CONFIG_DIR: `${project.folder}/catalog`,
  });
  assert.equal(checked.code, 0, checked.error);
  assert.match(checked.error, /resources\/profiles\/default\.lua:\d+:\d+/);
});
