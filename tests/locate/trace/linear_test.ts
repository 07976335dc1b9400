import assert from "node:assert/strict";
import { readFieldAssignments } from "../../../lib/locate/trace/field_assignments.ts";
import { readLocalReads } from "../../../lib/locate/trace/local_reads.ts";
import {
  type LuaOutline,
  readLuaOutline,
} from "../../../lib/locate/trace/lua_outline.ts";
import { luaPlaces } from "../../../lib/locate/trace/lua_places.ts";
import type { LuaProgram } from "../../../lib/source/lua_program.ts";
import { luaTextOf } from "../../../lib/source/lua_text.ts";

// What a source is searched for takes time in proportion to its size: tokens
// that are looked at are counted, and nothing is timed.

const NO_LOCALS = new Map();

function allAssignments(outline: LuaOutline): void {
  for (const [index, { text }] of outline.tokens.entries()) {
    if (text === "=") readFieldAssignments(outline, index, NO_LOCALS);
  }
}

const ROWS: readonly (readonly [
  search: (outline: LuaOutline) => unknown,
  source: (count: number) => string,
])[] = [
  [readLocalReads, (n) => "function f() end ".repeat(n)],
  [readLocalReads, (n) => "function end ".repeat(n)],
  [readLocalReads, (n) => "local x = o.y ".repeat(n)],
  [allAssignments, (n) => "x.a = b ".repeat(n)],
  [
    allAssignments,
    (n) => `${"q = 1 ".repeat(n)} do ${"x.a = b ".repeat(n)} end`,
  ],
  [
    allAssignments,
    (n) => `for i = 1, 2 ${"+ 1".repeat(n)} do ${"x.a = b ".repeat(n)} end`,
  ],
];

for (const [search, source] of ROWS) {
  Deno.test(`${search.name} looks at twice as many tokens of twice as much: ${source(1)}`, () => {
    const [once, twice] = [300, 600].map((n) => looksOf(search, source(n)));
    assert.ok(once! > 300);
    assert.ok(twice! < 2.1 * once!, `${once} and ${twice}`);
  });
}

/** What is searched for the place of every text in a list of them. */
const placesOf = (source: string, isKnown: boolean) =>
  function luaPlacesOf(outline: LuaOutline): void {
    const bytes = new TextEncoder().encode(source);
    const entry: LuaProgram["entry"] = { chunk: "p", file: "p.lua", bytes };
    const texts = [...outline.tokens].filter(({ kind }) => kind === "string");
    const finder = luaPlaces(
      { entry, modules: new Map(), imports: new Map() },
      isKnown
        ? {
          value: texts.map(({ text }) => text.slice(1, -1)),
          find: (path) => {
            const field = texts[path[0] as number]!;
            const written = { key: field, value: field };
            return { path, origin: { chunk: "p", field: written } };
          },
        }
        : undefined,
      new Map([["p", {
        source: entry,
        text: () => luaTextOf(bytes),
        outline: () => outline,
      }]]),
    );
    for (const index of texts.keys()) finder.placeOf([index]);
  };

for (const isKnown of [true, false]) {
  Deno.test(`luaPlaces: looks at each token a few times, ${isKnown ? "with" : "without"} origins`, () => {
    const [once, twice] = [300, 600].map((n) => {
      const source = `return {${'"abc",'.repeat(n)}}`;
      return looksOf(placesOf(source, isKnown), source);
    });
    assert.ok(once! > 300);
    assert.ok(twice! < 2.3 * once!, `${once} and ${twice}`);
  });
}

function looksOf(
  search: (outline: LuaOutline) => unknown,
  source: string,
): number {
  const outline = readLuaOutline(source)!;
  let looks = 0;
  const tokens = new Proxy(outline.tokens, {
    get(target, key, receiver) {
      looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  search({ ...outline, tokens });
  return looks;
}
