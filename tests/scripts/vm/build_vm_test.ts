import assert from "node:assert/strict";
import {
  buildVm,
  builtinLuaCatalog,
  printVm,
  readLua,
} from "../../../scripts/build_vm.ts";
import { readGlue } from "../../../scripts/vm/wasmoon.ts";

const GENERATED = new URL(
  "../../../resources/generated/lua_vm.b64",
  import.meta.url,
);

/** It takes some seconds, so once. */
const built = buildVm(await readGlue(), readLua, await builtinLuaCatalog());

// The gate has no other check of that file.
Deno.test("buildVm gives the generated file, byte for byte", async () => {
  assert(
    printVm(built) === await Deno.readTextFile(GENERATED),
    "to mend it: deno task build:vm",
  );
});

Deno.test("buildVm gives a machine that exports little, asks for nothing new and has a memory cap", () => {
  const module = new WebAssembly.Module(built);
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  for (const name of ["luaL_loadbufferx", "luaL_newstate", "luaopen_os"]) {
    assert(!exported.includes(name), name);
  }
  const imports = Object.fromEntries(
    ["env", "wasi_snapshot_preview1"].map((from) => [
      from,
      new Proxy({}, { get: () => () => 0 }),
    ]),
  );
  const { exports } = new WebAssembly.Instance(module, imports);
  const memory = exports.memory as WebAssembly.Memory;
  assert.equal(memory.buffer.byteLength, 2 * 2 ** 20);
  memory.grow(62 * 16);
  assert.equal(memory.buffer.byteLength, 64 * 2 ** 20);
  assert.throws(() => memory.grow(1), RangeError);
});

Deno.test("readGlue refuses another file", async () => {
  const file = await Deno.makeTempFile();
  try {
    await assert.rejects(readGlue(file), /not the pinned one/);
  } finally {
    await Deno.remove(file);
  }
});
