import assert from "node:assert/strict";
import {
  fillDocument,
  type Sources,
} from "../../scripts/docs/fill_document.ts";

const SOURCES: Sources = {
  run: (command, world = "") =>
    Promise.resolve({
      out: "a\nb\nc\nd\n",
      both: `note: ${command}${world}\na\n`,
    }),
  file: (path) => path === "none" ? undefined : `-- ${path}\n`,
  made: (name) => name === "none" ? undefined : `| ${name} |\n`,
};

const ROWS: readonly [string, string, string][] = [
  [
    "standard output fills a block",
    "x\n\n<!-- run: p list -->\n\n```json\nold\n```\n\ny\n",
    "x\n\n<!-- run: p list -->\n\n```json\na\nb\nc\nd\n```\n\ny\n",
  ],
  [
    "a console block shows the command and both streams",
    "<!-- run: p list -->\n```console\n```\n",
    "<!-- run: p list -->\n\n```console\n$ p list\nnote: p list\na\n```\n",
  ],
  [
    "a world of its own is named",
    "<!-- run in new: p list -->\n```console\n```\n",
    "<!-- run in new: p list -->\n\n```console\n$ p list\nnote: p listnew\na\n```\n",
  ],
  [
    "the first lines",
    "<!-- run, first 2 lines: p -->\n\n```text\n```\n",
    "<!-- run, first 2 lines: p -->\n\n```text\na\nb\n…\n```\n",
  ],
  [
    "lines from the middle",
    "<!-- run, lines 2-3: p -->\n\n```text\n```\n",
    "<!-- run, lines 2-3: p -->\n\n```text\n…\nb\nc\n…\n```\n",
  ],
  [
    "a file fills a block",
    "<!-- file: shop/a.lua -->\n\n```lua\nold\n```\n",
    "<!-- file: shop/a.lua -->\n\n```lua\n-- shop/a.lua\n```\n",
  ],
  [
    "what is made stands between its marks",
    "<!-- made: presets -->\nold\n<!-- end -->\n",
    "<!-- made: presets -->\n\n| presets |\n\n<!-- end -->\n",
  ],
  [
    "text without marks stays",
    "# a\n\n```json\n{}\n```\n",
    "# a\n\n```json\n{}\n```\n",
  ],
];

for (const [name, text, expected] of ROWS) {
  Deno.test(`fillDocument: ${name}`, async () => {
    const filled = await fillDocument(text, SOURCES);
    assert.equal(filled, expected);
    assert.equal(await fillDocument(filled, SOURCES), filled);
  });
}

for (
  const text of [
    "<!-- file: none -->\n\n```lua\n```\n",
    "<!-- made: none -->\n<!-- end -->\n",
  ]
) {
  Deno.test(`fillDocument: refuses ${text.slice(0, 19)}`, async () => {
    await assert.rejects(fillDocument(text, SOURCES), /there is nothing for/);
  });
}
