import assert from "node:assert/strict";
import { printTable } from "../../lib/print/print_table.ts";

const ROWS = [
  ["builtin:default", "(default)", "what one needs to begin with"],
  ["日本", "", "wide letters take two columns each"],
  ["x", "", ""],
];

Deno.test("printTable: columns line up by what is seen", () => {
  assert.equal(
    printTable(ROWS),
    "builtin:default  (default)  what one needs to begin with\n" +
      "日本                        wide letters take two columns each\n" +
      "x\n",
  );
});

Deno.test("printTable: the last column is wrapped in the room that is left", () => {
  assert.equal(
    printTable(ROWS.slice(0, 2), 50),
    "builtin:default  (default)  what one needs to\n" +
      "                            begin with\n" +
      "日本                        wide letters take two\n" +
      "                            columns each\n",
  );
});

Deno.test("printTable: without room to wrap in, lines stay whole", () => {
  assert.equal(printTable(ROWS, 40), printTable(ROWS));
  assert.equal(printTable([]), "");
});
