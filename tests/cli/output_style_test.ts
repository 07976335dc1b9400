import assert from "node:assert/strict";
import { outputStyle } from "../../lib/cli/output_style.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { recordingOutput } from "./recording_terminal.ts";

const ROWS: readonly {
  readonly flag?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly isTerminal: boolean;
  readonly color: boolean;
}[] = [
  { env: {}, isTerminal: true, color: true },
  { env: {}, isTerminal: false, color: false },
  { env: { NO_COLOR: "1" }, isTerminal: true, color: false },
  { env: { NO_COLOR: "" }, isTerminal: true, color: true },
  { env: { CLICOLOR_FORCE: "1" }, isTerminal: false, color: true },
  { env: { CLICOLOR_FORCE: "0" }, isTerminal: false, color: false },
  {
    env: { NO_COLOR: "1", CLICOLOR_FORCE: "1" },
    isTerminal: true,
    color: false,
  },
  { flag: "always", env: { NO_COLOR: "1" }, isTerminal: false, color: true },
  {
    flag: "never",
    env: { CLICOLOR_FORCE: "1" },
    isTerminal: true,
    color: false,
  },
  { flag: "auto", env: {}, isTerminal: true, color: true },
];

for (const { flag, env, isTerminal, color } of ROWS) {
  const given = JSON.stringify({ flag, ...env, isTerminal });
  Deno.test(`outputStyle: ${given} is ${color ? "colour" : "plain"}`, () => {
    const { stream } = recordingOutput({ isTerminal, columns: 72 });
    assert.deepEqual(outputStyle(stream, memorySystem({ env }), flag), {
      color,
      width: isTerminal ? 72 : undefined,
    });
  });
}
