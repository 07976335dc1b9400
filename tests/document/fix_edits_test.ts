import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import type { Mend } from "../../lib/base/mend.ts";
import { applyEdits } from "../../lib/document/apply_edits.ts";
import { mendEdits } from "../../lib/document/mend_edits.ts";

/** What is between `«` and `»` is the place. */
const ROWS: readonly (readonly [
  file: string,
  marked: string,
  fix: Mend,
  name: string,
  expected: string | undefined,
])[] = [
  [
    "x.lua",
    "a = { «wrker» = 1 }",
    { kind: "rename", to: "worker" },
    "wrker",
    "a = { worker = 1 }",
  ],
  [
    "x.lua",
    'a = { [«"wrker"»] = 1 }',
    { kind: "rename", to: "worker" },
    "wrker",
    'a = { ["worker"] = 1 }',
  ],
  [
    "x.json",
    '{ «"wrker"»: 1 }',
    { kind: "rename", to: "worker" },
    "wrker",
    '{ "worker": 1 }',
  ],
  [
    "x.toml",
    "[«wrker»]",
    { kind: "rename", to: "worker" },
    "wrker",
    "[worker]",
  ],
  [
    "x.lua",
    "set(«name», 1)",
    { kind: "rename", to: "worker" },
    "wrker",
    undefined,
  ],
  ["x.lua", 'a = «"4"»', { kind: "value", to: 4 }, "a", "a = 4"],
  [
    "x.lua",
    'a = «"END"»',
    { kind: "value", to: ["END"] },
    "a",
    'a = { "END" }',
  ],
  ["x.toml", 'a = «"END"»', { kind: "value", to: ["END"] }, "a", 'a = ["END"]'],
  [
    "x.json",
    '{ "a": «"50%"» }',
    { kind: "value", to: { ratio: 0.5 } },
    "a",
    '{ "a": { "ratio": 0.5 } }',
  ],
  [
    "x.toml",
    'a = «"50%"»',
    { kind: "value", to: { ratio: 0.5 } },
    "a",
    "a = { ratio = 0.5 }",
  ],
  ["x.lua", "a = «b .. 'c'»", { kind: "value", to: 4 }, "a", undefined],
  ["x.lua", "a = «b»", { kind: "value", to: 4 }, "a", undefined],
  [
    "x.lua",
    'a = «"frugal"»',
    { kind: "lua", to: 'preset("frugal")' },
    "a",
    'a = preset("frugal")',
  ],
  [
    "x.toml",
    'a = «"frugal"»',
    { kind: "lua", to: 'preset("frugal")' },
    "a",
    undefined,
  ],
  ["<stdin>", '{ "a": «"4"» }', { kind: "value", to: 4 }, "a", undefined],
];

for (const [file, marked, fix, name, expected] of ROWS) {
  Deno.test(`mendEdits: ${fix.kind} in ${file}: ${marked}`, () => {
    const text = `-- é😀\r\n${marked.replace(/[«»]/g, "")}\n`;
    const column = marked.indexOf("«") + 1;
    const length = marked.indexOf("»") - column;
    const place = { file, line: 2, column, length };
    const edits = mendEdits(text, place, fix, name);
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
