import assert from "node:assert/strict";
import { GateProgress, progressOf } from "../../scripts/gate_progress.ts";

Deno.test("progressOf: tests, packages, or nothing", () => {
  assert.equal(progressOf(""), "");
  assert.equal(progressOf("Check file:///a.ts\nnote: ..\n"), "");
  assert.equal(
    progressOf("Download https://a\nDownload https://b\n"),
    "2 packages fetched",
  );
  assert.equal(progressOf("Download https://a\n.\n.\n,\n!\n"), "4 tests");
  assert.equal(progressOf("....\n..."), "7 tests");
});

function progress(isTerminal: boolean) {
  let written = "";
  const out = { isTerminal, write: (text: string) => void (written += text) };
  return { shown: new GateProgress("tests", out), text: () => written };
}

Deno.test("GateProgress: on a terminal one line, drawn over", () => {
  const { shown, text } = progress(true);
  shown.show("", 0.5);
  shown.show(".\n.\n", 3.7);
  shown.end();
  const lines = text().split("\r\x1b[K");
  assert.deepEqual(lines.map((line) => line.replace(/ +/g, " ")), [
    "",
    "... tests ",
    "... tests ",
    "... tests 2 tests, 3 s",
    "",
  ]);
});

Deno.test("GateProgress: elsewhere a line for every 500 tests", () => {
  const { shown, text } = progress(false);
  for (const tests of [1, 499, 500, 501, 999, 1600]) {
    shown.show(".\n".repeat(tests), 1);
  }
  shown.end();
  assert.equal(text(), "...  tests: 500 tests\n...  tests: 1600 tests\n");
});
