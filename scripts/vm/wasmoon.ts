import { sha256Hex } from "../../lib/base/sha256.ts";

/**
 * The newest wasmoon; unchanged since 2022. The Lua in it is lua/lua be908a7d of
 * 8 November 2022, which stands between the releases 5.4.4 and 5.4.5.
 */
const PACKAGE = "wasmoon@1.16.0";
/** Of `dist/glue.wasm` in that package. */
const GLUE_SHA256 =
  "95f3f19ddb740125883bc41d5ec670cd0828e7b58c8bdad385323cbff497b55c";

/**
 * The virtual machine of wasmoon as its package holds it. Nothing of the
 * package is run.
 *
 * @param file where it is, when not in Deno's cache of npm packages
 */
export async function readGlue(file?: string): Promise<Uint8Array> {
  const bytes = await Deno.readFile(file ?? await findInCache());
  const sum = await sha256Hex(bytes);
  if (sum !== GLUE_SHA256) {
    throw new TypeError(`glue.wasm has the SHA-256 ${sum}, not the pinned one`);
  }
  return bytes;
}

async function findInCache(): Promise<string> {
  // Downloads the package when it is not there yet, and tells where it is.
  const source = `npm:${PACKAGE}`;
  await deno("cache", "--no-config", "--no-lock", source);
  const info = JSON.parse(
    await deno("info", "--json", "--no-config", "--no-lock", source),
  );
  return `${info.npmPackages[PACKAGE].localPath}/dist/glue.wasm`;
}

async function deno(...args: string[]): Promise<string> {
  const command = new Deno.Command(Deno.execPath(), { args });
  const { success, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr));
  return decoder.decode(stdout);
}
