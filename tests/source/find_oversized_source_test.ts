import assert from "node:assert/strict";
import { findOversizedSource } from "../../lib/source/find_oversized_source.ts";
import type { LuaProgram, LuaSource } from "../../lib/source/lua_program.ts";

const MEBIBYTE = 2 ** 20;

function source(chunk: string, bytes = 1): LuaSource {
  return { chunk, file: `/ws/${chunk}`, bytes: new Uint8Array(bytes) };
}

function modules(count: number, bytes = 1): LuaProgram["modules"] {
  return new Map(
    Array.from({ length: count }, (_, at) => [
      `m${at}`,
      source(`m${at}.lua`, bytes),
    ]),
  );
}

function program(parts: Partial<LuaProgram> = {}): LuaProgram {
  return {
    entry: source("coder.lua"),
    modules: new Map(),
    imports: new Map(),
    ...parts,
  };
}

const imported = (name: string, bytes: number): LuaProgram["imports"] =>
  new Map([[name, {
    name,
    root: { entry: source(`${name}/x.lua`, bytes), modules: new Map() },
  }]]);

for (
  const [what, parts, code, chunk] of [
    ["a small profile", {}, undefined, undefined],
    [
      "a profile of a mebibyte",
      { entry: source("coder.lua", MEBIBYTE) },
      undefined,
      undefined,
    ],
    [
      "a profile of more",
      { entry: source("coder.lua", MEBIBYTE + 1) },
      "limit-source",
      "coder.lua",
    ],
    ["256 modules", { modules: modules(256) }, undefined, undefined],
    ["257 modules", { modules: modules(257) }, "limit-modules", "coder.lua"],
    [
      "four mebibytes of modules",
      { modules: modules(4, MEBIBYTE) },
      undefined,
      undefined,
    ],
    [
      "one byte more",
      { modules: new Map([...modules(4, MEBIBYTE), ["x", source("x.lua")]]) },
      "limit-modules",
      "coder.lua",
    ],
    [
      "a module that is too large",
      { modules: modules(1, MEBIBYTE + 1) },
      "limit-source",
      "m0.lua",
    ],
    [
      "an imported profile that is too large",
      { imports: imported("project:x", MEBIBYTE + 1) },
      "limit-source",
      "project:x/x.lua",
    ],
    [
      "a builtin profile, which is inside the program",
      { imports: imported("builtin:x", MEBIBYTE + 1) },
      undefined,
      undefined,
    ],
    [
      "imported data that is too large",
      {
        imports: new Map([["x", {
          name: "project:x",
          data: {},
          bytes: new Uint8Array(MEBIBYTE + 1),
        }]]),
      },
      "limit-source",
      "project:x",
    ],
    [
      "a profile that is its own module",
      { modules: new Map([["coder", source("coder.lua")], ...modules(256)]) },
      undefined,
      undefined,
    ],
  ] as readonly [string, Partial<LuaProgram>, string?, string?][]
) {
  Deno.test(`findOversizedSource: ${what}`, () => {
    const found = findOversizedSource(program(parts));
    assert.deepEqual([found?.code, found?.chunk], [code, chunk]);
  });
}
