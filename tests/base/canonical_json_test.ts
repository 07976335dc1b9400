import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import canonicalize from "npm:canonicalize@5.1.0";
import { canonicalJson } from "../../lib/base/canonical_json.ts";

Deno.test("canonicalJson: as the reference implementation of RFC 8785", () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
    assert.equal(canonicalJson(value), canonicalize(value));
  }));
});

Deno.test("canonicalJson: every double prints as the reference prints it", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (value) => assert.equal(canonicalJson(value), canonicalize(value)),
    ),
    { numRuns: 1000 },
  );
});

Deno.test("canonicalJson: parses back to the same value", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    const text = canonicalJson(value);
    assert.equal(canonicalJson(JSON.parse(text)), text);
  }));
});

Deno.test("canonicalJson: the order of fields does not matter", () => {
  const fields = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), {
    selector: ([key]) => key,
  });
  fc.assert(fc.property(fields, (pairs) => {
    assert.equal(
      canonicalJson(Object.fromEntries(pairs)),
      canonicalJson(Object.fromEntries(pairs.toReversed())),
    );
  }));
});

Deno.test("canonicalJson: few fields and many, with names that are known and new", () => {
  const names = fc.uniqueArray(fc.string(), { minLength: 10, maxLength: 60 });
  fc.assert(
    fc.property(names, (keys) => {
      const value = Object.fromEntries(keys.map((key, index) => [key, index]));
      assert.equal(canonicalJson(value), canonicalize(value));
      assert.equal(canonicalJson(value), canonicalize(value));
    }),
  );
});

Deno.test("canonicalJson: sorts by UTF-16 code units, also without a prototype", () => {
  const value: Record<string, number> = Object.create(null);
  for (
    const [i, key] of ["\u{1F600}", "\uFB33", "a", "A", "10", "9"].entries()
  ) {
    value[key] = i;
  }
  assert.equal(
    canonicalJson(value),
    '{"10":4,"9":5,"A":3,"a":2,"\u{1F600}":0,"\uFB33":1}',
  );
});

Deno.test("canonicalJson: leaves undefined fields out and keeps __proto__", () => {
  assert.equal(canonicalJson({ a: undefined, b: 1 }), '{"b":1}');
  assert.equal(
    canonicalJson(JSON.parse('{"__proto__":1}')),
    '{"__proto__":1}',
  );
});

for (
  const [name, value] of [
    ["NaN", NaN],
    ["infinity", Infinity],
    ["a function", () => {}],
    ["a bigint", 1n],
    ["half a surrogate pair", "\ud800"],
    ["half a surrogate pair in a key", { "\udc00": 1 }],
    ["an undefined item", [undefined]],
  ] as const
) {
  Deno.test(`canonicalJson: refuses ${name}`, () => {
    assert.throws(() => canonicalJson(value), TypeError);
  });
}
