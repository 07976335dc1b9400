import assert from "node:assert/strict";
import type { Origin } from "../../lib/manifest/origin.ts";
import { printChanges } from "../../lib/print/print_changes.ts";
import {
  printAnnotated,
  printParagraph,
} from "../../lib/print/print_explanation.ts";

const ORIGIN: Origin = { kind: "default" };
const WORDS = { directory: "/ws", placeOf: () => undefined };
const plain = (_tone: string, text: string) => text;
const value = (path: string, value: unknown) => ({
  path,
  value,
  origin: ORIGIN,
});

Deno.test("printAnnotated: without a width one column of notes", () => {
  assert.equal(
    printAnnotated([value("a.b", 1), value("longer.name", "x")], WORDS, plain),
    `a.b = 1            # the default\nlonger.name = "x"  # the default\n`,
  );
});

Deno.test("printAnnotated: what does not fit beside a value stands below it", () => {
  const values = [
    value("a", 1),
    value("a.name", "that is long"),
    value("another.name", "a value that is cut where it would not fit"),
  ];
  assert.equal(
    printAnnotated(values, WORDS, plain, 40),
    `a = 1                 # the default
a.name = "that is long"  # the default
another.name = "a value that is cut
    where it would…
    # the default
`,
  );
});

Deno.test("printParagraph: a value is never cut, and broken at its spaces", () => {
  assert.equal(
    printParagraph(
      value("name", "one two  three four five six seven"),
      WORDS,
      plain,
      34,
    ),
    `name = "one two  three four
    five six seven"
  the default
`,
  );
});

Deno.test("printChanges: a list that is too long is counted", () => {
  const rule = { tool: "Bash", pattern: "a".repeat(100), action: "allow" };
  assert.equal(
    printChanges([{
      path: "permissions.rule",
      before: [rule],
      after: [rule, rule],
      class: "widening",
    }]).replace(/a{9,}/, "…"),
    `widening  permissions.rule: [ { "tool": "Bash", "pattern": "…", "action": "allow" } ] -> [2 items]\n`,
  );
});

Deno.test("printChanges: below its class where the terminal is narrow, and wrapped", () => {
  const changes = [{
    path: "memory",
    before: { extract_threshold: 50000, words: ["a b", "c"] },
    after: undefined,
    class: "narrowing" as const,
    reason: "the memory tools are off now",
  }];
  assert.equal(
    printChanges(changes),
    `narrowing  memory: { "extract_threshold": 50000, "words": [ "a b", "c" ] } -> (none)
           the memory tools are off now
`,
  );
  assert.equal(
    printChanges(changes, plain, 60),
    `narrowing  memory: { "extract_threshold": 50000, "words": [
           "a b", "c" ] } -> (none)
           the memory tools are off now
`,
  );
  assert.equal(
    printChanges(changes, plain, 40),
    `narrowing
    memory: { "extract_threshold":
    50000, "words": [ "a b", "c" ] } ->
    (none)
    the memory tools are off now
`,
  );
});
