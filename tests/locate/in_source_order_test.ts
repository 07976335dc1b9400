import assert from "node:assert/strict";
import type { Diagnostic } from "../../lib/base/diagnostic.ts";
import { inSourceOrder } from "../../lib/locate/in_source_order.ts";

function at(place: string): Diagnostic {
  const [file, line, column] = place.split(":");
  const source = line === undefined
    ? {}
    : { source: { file: file!, line: +line, column: +column!, length: 1 } };
  return { code: "usage", severity: "error", message: place, ...source };
}

Deno.test("inSourceOrder: the profile's own file from top to end, then the others, then what has no place", () => {
  const given = ["a.lua:1:1", "nowhere", "p.lua:10:2", "p.lua:9:7"];
  const more = ["z.lua:1:1", "p.lua:9:3", "a.lua:1:1"];
  assert.deepEqual(
    inSourceOrder([...given, ...more].map(at), "p.lua")
      .map(({ message }) => message),
    [
      "p.lua:9:3",
      "p.lua:9:7",
      "p.lua:10:2",
      "a.lua:1:1",
      "a.lua:1:1",
      "z.lua:1:1",
      "nowhere",
    ],
  );
});
