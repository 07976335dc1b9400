/**
 * Loads libraries that people bring along, unmodified, and runs what they are
 * for; what cannot work must say so in one sentence.
 *
 * `deno task lua-libraries [FOLDER]`. What is a Debian package is downloaded
 * with `apt-get`. The others are in no package source that this project uses:
 * put their repositories into a folder, each under its name (`middleclass/`).
 *
 * @module
 */
import assert from "node:assert/strict";
import { evaluateLua, ProfileError } from "../mod.ts";
import { LUA_LIBRARIES, type LuaLibrary } from "./lua_libraries/libraries.ts";

/** Versions of Lua that a package may keep files for, the best first. */
const LUA_VERSIONS = ["5.4", "5.3", "5.1"];

/** Downloads and unpacks a Debian package. @returns where its Lua files are */
async function unpackDebian(name: string, folder: string): Promise<string[]> {
  await command(["apt-get", "download", "-q", name], folder);
  for await (const { name: file } of Deno.readDir(folder)) {
    if (file.startsWith(`${name}_`)) {
      await command(["dpkg-deb", "-x", file, "unpacked"], folder);
    }
  }
  return LUA_VERSIONS.map((version) =>
    `${folder}/unpacked/usr/share/lua/${version}`
  );
}

async function command([name, ...args]: string[], cwd: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(name!, { args, cwd })
    .output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** The library's files by module name; undefined when one is not there. */
async function readModules(
  { modules }: LuaLibrary,
  folders: readonly string[],
): Promise<Record<string, string> | undefined> {
  const texts: Record<string, string> = {};
  for (const [name, path] of Object.entries(modules)) {
    const text = await readFirst(folders.map((folder) => `${folder}/${path}`));
    if (text === undefined) return undefined;
    texts[name] = text;
  }
  return texts;
}

async function readFirst(paths: readonly string[]) {
  for (const path of paths) {
    try {
      return await Deno.readTextFile(path);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}

/** @throws {assert.AssertionError} when it does something else */
function check(library: LuaLibrary, modules: Record<string, string>): void {
  const given = evaluateLua(library.usage, { modules });
  assert.deepEqual(JSON.parse(JSON.stringify(given)), library.wanted);
  for (const [call, said] of Object.entries(library.refused ?? {})) {
    assert.throws(
      () => evaluateLua(`return { ${call} }`, { modules }),
      (error) => error instanceof ProfileError && said.test(error.message),
      call,
    );
  }
}

if (import.meta.main) {
  const [folder] = Deno.args;
  const temporary = await Deno.makeTempDir();
  let failed = 0;
  try {
    for (const library of LUA_LIBRARIES) {
      const { name, debian, source } = library;
      const folders = debian
        ? await unpackDebian(debian, temporary)
        : folder
        ? [`${folder}/${name}`]
        : [];
      const modules = await readModules(library, folders);
      if (!modules) {
        console.log(`${name}: left out; its source is ${source}`);
        continue;
      }
      try {
        check(library, modules);
        console.log(`${name}: ok`);
      } catch (error) {
        failed++;
        console.log(`${name}: ${error}`);
      }
    }
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
  if (failed > 0) Deno.exit(1);
}
