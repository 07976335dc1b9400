import assert from "node:assert/strict";
import { readLocalReads } from "../../../lib/locate/trace/local_reads.ts";
import { readLuaOutline } from "../../../lib/locate/trace/lua_outline.ts";

const READS: readonly (readonly [source: string, reads: string])[] = [
  ["local slug = o.slug return { slug = slug }", 'slug: o, "slug"'],
  ["local slug = o.slug or 'x'", 'slug: o, "slug"'],
  ["local slug = o.slug slug = 1", ""],
  ["local slug = o.slug function f(slug) end", ""],
  ["local f = o.f function f() end", ""],
  ["local f = o.f function t.f() end", ""],
  ["local f = o.f function t:f(g) end", ""],
  ["local a, b = o.a, 1", ""],
];

for (const [source, reads] of READS) {
  Deno.test(`readLocalReads: ${source}`, () => {
    const found = [...readLocalReads(readLuaOutline(source)!)]
      .map(([name, { read }]) => `${name}: ${read}`);
    assert.equal(found.join(), reads);
  });
}
