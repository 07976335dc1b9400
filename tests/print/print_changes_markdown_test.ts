import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { CHANGE_CLASSES } from "../../lib/manifest/compare/manifest_change.ts";
import type { PrintableChange } from "../../lib/print/print_changes.ts";
import {
  type ComparedProfile,
  printChangesMarkdown,
} from "../../lib/print/print_changes_markdown.ts";

/** What a comment of a pull request may hold. */
const LONGEST = 65_536;

const change = (
  path: string,
  of: PrintableChange["class"] = "other",
): PrintableChange => ({ path, before: 1, after: 2, class: of });

Deno.test("printChangesMarkdown: what is new, gone or broken is not said to do no more", () => {
  const isNew = { name: "project:new", changes: [], remark: "is new" };
  const wider = { name: "a", changes: [change("scope", "widening")] };
  const same = { name: "c", changes: [] };
  const titles = [[same], [isNew], [wider], [same, isNew, wider]].map((told) =>
    printChangesMarkdown(told).split("\n")[0]
  );
  assert.deepEqual(titles, [
    "No manifest changes.",
    "No compared profile may do more than before. 1 profile could not be compared: new, gone or broken.",
    "**1 profile may do more than before.**",
    "**1 profile may do more than before.** 1 profile could not be compared: new, gone or broken.",
  ]);
});

Deno.test("printChangesMarkdown: widenings first, then what has nothing to be compared with", () => {
  const text = printChangesMarkdown([
    { name: "cost", changes: [change("x", "cost"), change("y", "narrowing")] },
    { name: "new", changes: [], remark: "is new" },
    { name: "wide", changes: [change("a"), change("b", "widening")] },
  ]);
  const told = [...text.matchAll(/^### `(\w+)`|^\| \W*\w+\W* \| `(\w+)`/gm)]
    .map(([, name, path]) => name ?? path);
  assert.deepEqual(told, ["wide", "b", "a", "new", "cost", "y", "x"]);
});

Deno.test("printChangesMarkdown: a comment's length is kept, and no widening left out for anything else", () => {
  const name = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
  const profile = fc.record({
    name,
    changes: fc.array(
      fc.record({
        path: name,
        before: fc.string({ minLength: 100, maxLength: 300 }),
        class: fc.constantFrom(...CHANGE_CLASSES),
        reason: fc.string({ minLength: 400, maxLength: 900, unit: "binary" }),
      }),
      { minLength: 20, maxLength: 60 },
    ),
  }) as fc.Arbitrary<ComparedProfile>;
  let cut = 0;
  fc.assert(
    fc.property(
      fc.array(profile, { minLength: 1, maxLength: 6, size: "max" }),
      (told) => {
        const text = printChangesMarkdown(told);
        assert.ok(text.length <= LONGEST, String(text.length));
        const changes = told.flatMap(({ changes }) => changes);
        const shown = [...text.matchAll(/^\| (?:\*\*)?(\w+)(?:\*\*)? \| `/gm)]
          .map(([, of]) => of!);
        const [, left = "0"] = /^(\d+) lines? more, /m.exec(text) ?? [];
        assert.equal(shown.length + Number(left), changes.length);
        if (left === "0") return;
        cut++;
        const widenings = changes.filter((one) => one.class === "widening");
        const others = shown.filter((of) => of !== "widening");
        assert.ok(
          others.length === 0 ||
            shown.length - others.length === widenings.length,
        );
      },
    ),
    { numRuns: 30 },
  );
  assert.ok(cut > 2, String(cut));
});
