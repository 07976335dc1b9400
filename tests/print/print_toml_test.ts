import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { parse } from "npm:smol-toml@1.9.1";
import { printToml } from "../../lib/print/print_toml.ts";

const LAYOUTS: readonly {
  readonly shows: string;
  readonly document: Record<string, unknown>;
  readonly text: string;
}[] = [
  {
    shows: "nothing for nothing",
    document: {},
    text: "",
  },
  {
    shows: "an empty section as its header",
    document: { memory: {}, web: { search: {} } },
    text: "[memory]\n\n[web]\nsearch = {}\n",
  },
  {
    shows: "a small table inline, a wide one under a header",
    document: {
      model: {
        auth: { kind: "api_key", env: "KEY" },
        capability: { a: "x".repeat(40), b: "x".repeat(40) },
        context_window: 200000,
      },
    },
    text: `[model]
auth = { kind = "api_key", env = "KEY" }
context_window = 200000

[model.capability]
a = "${"x".repeat(40)}"
b = "${"x".repeat(40)}"
`,
  },
  {
    shows: "tables in an array under [[headers]], an empty array inline",
    document: { scope: { allow: [{ a: 1 }, { a: 2, b: {} }], deny: [] } },
    text: `[scope]
deny = []

[[scope.allow]]
a = 1

[[scope.allow]]
a = 2
b = {}
`,
  },
  {
    shows: "a long array one item a line",
    document: { stop: ["x".repeat(40), "y".repeat(40)] },
    text: `stop = [\n  "${"x".repeat(40)}",\n  "${"y".repeat(40)}",\n]\n`,
  },
  {
    shows: "control characters as escapes, others as they are",
    document: { s: 'a\n\t"\\\u0000\u001b\u007f\u0085é😀' },
    text: 's = "a\\n\\t\\"\\\\\\u0000\\u001b\\u007f\\u0085é😀"\n',
  },
  {
    shows: "keys that are not bare in quotes",
    document: { "a.b": 1, "": 2, é: 3, "x-1": 4 },
    text: '"a.b" = 1\n"" = 2\n"é" = 3\nx-1 = 4\n',
  },
  {
    shows: "whole numbers as integers, others as floats",
    document: { a: 2 ** 53 - 1, b: 0.3, c: 1e-7, d: -0, e: 2 ** 60 },
    text:
      "a = 9007199254740991\nb = 0.3\nc = 1e-7\nd = 0\ne = 1152921504606847000.0\n",
  },
  {
    shows: "no line for a field that is undefined",
    document: { a: undefined, b: true },
    text: "b = true\n",
  },
];

for (const { shows, document, text } of LAYOUTS) {
  Deno.test(`printToml: ${shows}`, () => {
    assert.equal(printToml(document), text);
  });
}

Deno.test("printToml: named fields stay floats when whole", () => {
  const floats = new Set(["worker.temperature"]);
  assert.equal(
    printToml({ worker: { temperature: 1, max_turns: 1 } }, { floats }),
    "[worker]\ntemperature = 1.0\nmax_turns = 1\n",
  );
});

Deno.test("printToml: what TOML cannot say is a TypeError", () => {
  for (const value of [null, NaN, Infinity, "\ud800", () => 1]) {
    assert.throws(() => printToml({ value }), TypeError);
  }
});

Deno.test("printToml: another parser reads back any document", () => {
  const text = fc.string({ unit: "grapheme" });
  const { table } = fc.letrec<{ table: object; value: unknown }>((tie) => ({
    table: fc.dictionary(text, tie("value"), { maxKeys: 5 }),
    value: fc.oneof(
      { depthSize: "small" },
      text,
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(tie("table"), { maxLength: 4 }),
      fc.array(tie("value"), { maxLength: 4 }),
      tie("table"),
    ),
  }));
  fc.assert(fc.property(table, (document) => {
    const read = parse(printToml(document as Record<string, unknown>));
    const plain = JSON.parse(JSON.stringify(document));
    assert.deepEqual(JSON.parse(JSON.stringify(read)), plain);
  }));
});
