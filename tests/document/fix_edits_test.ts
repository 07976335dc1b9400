import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import type { FieldFix } from "../../lib/base/fix.ts";
import { applyEdits } from "../../lib/document/apply_edits.ts";
import { documentLines, fixEdits } from "../../lib/document/fix_edits.ts";

/** What is between `«` and `»` is the place. */
const ROWS: readonly (readonly [
  file: string,
  marked: string,
  fix: FieldFix,
  name: string,
  expected: string | undefined,
])[] = [
  [
    "x.lua",
    "a = { «wrker» = 1 }",
    { replace: "key", put: "worker" },
    "wrker",
    "a = { worker = 1 }",
  ],
  [
    "x.lua",
    'a = { [«"wrker"»] = 1 }',
    { replace: "key", put: "worker" },
    "wrker",
    'a = { ["worker"] = 1 }',
  ],
  [
    "x.json",
    '{ «"wrker"»: 1 }',
    { replace: "key", put: "worker" },
    "wrker",
    '{ "worker": 1 }',
  ],
  [
    "x.toml",
    "[«wrker»]",
    { replace: "key", put: "worker" },
    "wrker",
    "[worker]",
  ],
  [
    "x.lua",
    "set(«name», 1)",
    { replace: "key", put: "worker" },
    "wrker",
    undefined,
  ],
  ["x.lua", 'a = «"4"»', { replace: "value", put: 4 }, "a", "a = 4"],
  [
    "x.lua",
    'a = «"END"»',
    { replace: "value", put: ["END"] },
    "a",
    'a = { "END" }',
  ],
  [
    "x.toml",
    'a = «"END"»',
    { replace: "value", put: ["END"] },
    "a",
    'a = ["END"]',
  ],
  [
    "x.json",
    '{ "a": «"50%"» }',
    { replace: "value", put: { ratio: 0.5 } },
    "a",
    '{ "a": { "ratio": 0.5 } }',
  ],
  [
    "x.toml",
    'a = «"50%"»',
    { replace: "value", put: { ratio: 0.5 } },
    "a",
    "a = { ratio = 0.5 }",
  ],
  ["x.lua", "a = «b .. 'c'»", { replace: "value", put: 4 }, "a", undefined],
  ["x.lua", "a = «b»", { replace: "value", put: 4 }, "a", undefined],
  [
    "x.lua",
    'a = «"frugal"»',
    { replace: "value", put: 'preset("frugal")', isLua: true },
    "a",
    'a = preset("frugal")',
  ],
  [
    "x.toml",
    'a = «"frugal"»',
    { replace: "value", put: 'preset("frugal")', isLua: true },
    "a",
    undefined,
  ],
  [
    "x.lua",
    "{ «'reasonning'» = 1 }",
    { replace: "key", put: "reasoning" },
    "reasonning",
    "{ 'reasoning' = 1 }",
  ],
  [
    "x.lua",
    '{ «["reasonning"]» = 1 }',
    { replace: "key", put: "reasoning" },
    "reasonning",
    undefined,
  ],
  [
    "x.lua",
    "{ «reasonning» = 1 }",
    { replace: "key", put: "not a name" },
    "reasonning",
    undefined,
  ],
  [
    "x.lua",
    "a = «'hihg'»",
    { replace: "value", put: "high" },
    "a",
    "a = 'high'",
  ],
  [
    "x.lua",
    'a = «"default"»',
    { replace: "value", put: "$insomnia/default" },
    "a",
    'a = "$insomnia/default"',
  ],
  ["x.lua", "a = «EFFORT»", { replace: "value", put: "high" }, "a", undefined],
  [
    "x.lua",
    "a = «effort('hihg')»",
    { replace: "value", put: "high" },
    "a",
    undefined,
  ],
  [
    "x.lua",
    "a = «[[hihg]]»",
    { replace: "value", put: "high" },
    "a",
    undefined,
  ],
  [
    "x.lua",
    'a = «"hi" .. "hg"»',
    { replace: "value", put: "high" },
    "a",
    undefined,
  ],
  [
    "x.lua",
    'a = «"hi"»',
    { replace: "value", put: 'say "hi"' },
    "a",
    undefined,
  ],
  ["x.lua", 'a = «"its"»', { replace: "value", put: "it's" }, "a", undefined],
  ["x.lua", 'a = «"hi"»', { replace: "value", put: "a\nb" }, "a", undefined],
  ["x.lua", 'a = «"true"»', { replace: "value", put: true }, "a", "a = true"],
  [
    "x.lua",
    "a = «0.5»",
    { replace: "value", put: { ratio: 0.5 } },
    "a",
    "a = { ratio = 0.5 }",
  ],
  ["<stdin>", '{ "a": «"4"» }', { replace: "value", put: 4 }, "a", undefined],
];

for (const [file, marked, fix, name, expected] of ROWS) {
  Deno.test(`fixEdits: a ${fix.replace} in ${file}: ${marked}`, () => {
    const text = `-- é😀\r\n${marked.replace(/[«»]/g, "")}\n`;
    const column = marked.indexOf("«") + 1;
    const length = marked.indexOf("»") - column;
    const place = { file, line: 2, column, length };
    const edits = fixEdits(documentLines(text), place, fix, name);
    const { bytes } = applyEdits(new TextEncoder().encode(text), edits ?? []);
    assert.equal(
      new TextDecoder().decode(bytes),
      expected === undefined ? text : `-- é😀\r\n${expected}\n`,
    );
  });
}

Deno.test("applyEdits leaves every byte outside of its spans as it is", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.array(
        fc.record({
          line: fc.nat(4),
          column: fc.integer({ min: 1, max: 12 }),
          length: fc.nat(4),
          text: fc.constantFrom("", "x", "é"),
        }),
        { maxLength: 4 },
      ),
      (bytes, edits) => {
        const given = edits.map((edit) => ({ file: "x", ...edit }));
        const { bytes: changed, made } = applyEdits(bytes, given);
        if (made.length === 0) assert.deepEqual(changed, bytes);
        // What is around the changes is there in the same order.
        let rest = Array.from(changed, (byte) => String.fromCharCode(byte))
          .join("");
        for (const { text } of made) {
          const written = Array.from(
            new TextEncoder().encode(text),
            (byte) => String.fromCharCode(byte),
          ).join("");
          const at = rest.indexOf(written);
          assert.ok(at >= 0);
          rest = rest.slice(at + written.length);
        }
      },
    ),
  );
});

Deno.test("fixEdits: a field with a label is near the place, and a place without a name takes any", () => {
  const place = { file: "x.lua", line: 1, column: 3, length: 3 };
  const fix = { replace: "key", put: "new" } as const;
  assert.equal(
    fixEdits(["f{old = 1}"], { ...place, label: "near" }, fix),
    undefined,
  );
  assert.deepEqual(fixEdits(["f{old = 1}"], place, fix), [{
    ...place,
    text: "new",
  }]);
  assert.equal(fixEdits(["f{o+d = 1}"], place, fix), undefined);
});
