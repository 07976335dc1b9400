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
    printTable(ROWS.slice(0, 2), { width: 50 }),
    "builtin:default  (default)  what one needs to\n" +
      "                            begin with\n" +
      "日本                        wide letters take two\n" +
      "                            columns each\n",
  );
});

Deno.test("printTable: without room for the columns each row stands alone", () => {
  assert.equal(
    printTable(ROWS, { width: 30 }),
    "builtin:default  (default)\n" +
      "  what one needs to begin with\n" +
      "日本\n" +
      "  wide letters take two\n  columns each\n" +
      "x\n",
  );
  assert.equal(printTable([]), "");
});

Deno.test("printTable: a head is a first row, or the titles of what stands alone", () => {
  const rows = [["openai/gpt-5.5", "922000", "effort"], ["x/y", "", "none"]];
  const indented = [["  a", "of two words"]];
  const head = ["REF", "WINDOW", "REASONING"];
  assert.equal(
    printTable(rows, { head, width: 80 }),
    "REF             WINDOW  REASONING\n" +
      "openai/gpt-5.5  922000  effort\n" +
      "x/y                     none\n",
  );
  assert.equal(
    printTable(rows, { head, width: 24 }),
    "openai/gpt-5.5\n  window 922000,\n  reasoning effort\n" +
      "x/y\n  reasoning none\n",
  );
  assert.equal(
    printTable(indented, { head: ["  REF", "TEXT"], width: 20 }),
    "  REF  TEXT\n  a    of two words\n",
  );
  assert.equal(
    printTable([...indented, ["  of eight", "b c"]], {
      head: ["  REF", "TEXT"],
      width: 20,
    }),
    "  a\n   text of two words\n  of eight\n    text b c\n",
  );
});

Deno.test("printTable: a word that is too wide beside its name stands below it, and to the left", () => {
  const rows = [["digest", "sha256:0123456789abcdef0123"], [
    "state",
    "stopped",
  ]];
  assert.equal(
    printTable(rows, { width: 32 }),
    "digest\n  sha256:0123456789abcdef0123\nstate   stopped\n",
  );
  assert.equal(
    printTable(rows, { width: 28 }),
    "digest\n sha256:0123456789abcdef0123\nstate   stopped\n",
  );
});

Deno.test("printTable: a look is given to a cell's text, not to the space beside it", () => {
  assert.equal(
    printTable(ROWS.slice(0, 2), {
      width: 50,
      paint: (text, { row, column }) => text && `<${row}.${column} ${text}>`,
    }),
    "<0.0 builtin:default>  <0.1 (default)>  <0.2 what one needs to>\n" +
      "                            <0.2 begin with>\n" +
      "<1.0 日本>                        <1.2 wide letters take two>\n" +
      "                            <1.2 columns each>\n",
  );
});
