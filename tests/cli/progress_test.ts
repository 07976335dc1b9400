import assert from "node:assert/strict";
import { progressOn } from "../../lib/cli/progress.ts";
import { recordingOutput } from "./recording_terminal.ts";

Deno.test("progressOn: says nothing in the first half second", () => {
  const { stream, text } = recordingOutput({ isTerminal: true });
  let now = 0;
  const progress = progressOn(stream, () => now);
  now = 499;
  progress.step("reading a");
  progress.clear();
  assert.equal(text(), "");
});

Deno.test("progressOn: then shows one line, cut to the terminal, and removes it", () => {
  const { stream, text } = recordingOutput({ isTerminal: true, columns: 8 });
  let now = 0;
  const progress = progressOn(stream, () => now);
  now = 500;
  progress.step("reading a");
  progress.step("b");
  progress.clear();
  progress.clear();
  assert.equal(text(), "\r\x1b[Kreading\r\x1b[Kb\r\x1b[K");
});

Deno.test("progressOn: never writes to a pipe", () => {
  const { stream, text } = recordingOutput();
  let now = 0;
  const progress = progressOn(stream, () => now);
  now = 9000;
  progress.step("reading a");
  progress.clear();
  assert.equal(text(), "");
});
