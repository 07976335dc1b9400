import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { readOwnFile } from "../../lib/system/own_file.ts";
import { folderWith } from "../cli/run_cli.ts";

const FOLDER = folderWith({ "part.txt": "its text" });
const URL_OF_PART = pathToFileURL(`${FOLDER}/part.txt`).href;

Deno.test("readOwnFile: the text of a file that may be read", () => {
  assert.equal(readOwnFile(URL_OF_PART), "its text");
});

Deno.test("readOwnFile: nothing where there is no file", () => {
  assert.equal(readOwnFile(`${URL_OF_PART}.other`), undefined);
  assert.equal(readOwnFile("https://example.com/part.txt"), undefined);
  assert.equal(readOwnFile("data:text/plain,part"), undefined);
});

Deno.test("readOwnFile: asks for no permission", {
  permissions: { read: false },
}, () => {
  assert.equal(readOwnFile(URL_OF_PART), undefined);
});

Deno.test("the library runs Lua from its files without a permission", async () => {
  const program = `
    import { memorySystem, resolveProfile } from "${new URL(
    "../../mod.ts",
    import.meta.url,
  )}";
    const system = memorySystem({
      files: { "/ws/coder.lua": 'return { model = "codex-oauth/gpt-5.5" }' },
    });
    const { manifest } = await resolveProfile({
      selector: "./coder.lua",
      podName: "demo",
      workspace: "/ws",
      system,
    });
    console.log(manifest.model.context_window);`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "--no-prompt",
      `data:application/typescript,${encodeURIComponent(program)}`,
    ],
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assert.equal(text(stdout) + text(stderr), "1000000\n");
});
