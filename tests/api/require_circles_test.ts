import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { requireCircles } from "../../lib/api/require_circles.ts";

type Graph = ReadonlyMap<string, readonly string[]>;

/** What a file leads to, the plain way. */
function reachedFrom(graph: Graph, root: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [root];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const to of graph.get(file)!) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}

Deno.test("requireCircles puts together what leads to one another, and tells what is entered", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  fc.assert(fc.property(
    fc.array(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)),
      { maxLength: 12 },
    ),
    (pairs) => {
      const graph: Graph = new Map(names.map((name) => [
        name,
        pairs.filter(([from]) => from === name).map(([, to]) => to),
      ]));
      const circles = requireCircles(names, (file) => graph.get(file)!);
      assert.deepEqual(circles.flatMap(({ members }) => members).sort(), names);
      for (const { members, isEntered } of circles) {
        const [one] = members;
        for (const name of names) {
          const isTogether = name === one ||
            reachedFrom(graph, name).has(one!) &&
              reachedFrom(graph, one!).has(name);
          assert.equal(members.includes(name), isTogether);
        }
        assert.equal(
          isEntered,
          pairs.some(([from, to]) =>
            members.includes(to) && !members.includes(from)
          ),
        );
      }
    },
  ));
});

Deno.test("requireCircles asks each file once, however long the chain is", () => {
  for (const count of [10_000, 20_000, 40_000]) {
    let asked = 0;
    const circles = requireCircles(
      Array.from({ length: count }, (_, at) => String(at)),
      (file) => {
        asked++;
        const next = Number(file) + 1;
        return next < count ? [String(next)] : [];
      },
    );
    assert.equal(asked, count);
    assert.equal(circles.length, count);
  }
});
