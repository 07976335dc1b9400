// deno-lint-ignore-file no-control-regex -- what a terminal is sent
import assert from "node:assert/strict";
import { executable, folderWith } from "../cli/run_cli.ts";
import { PseudoTerminal } from "./pseudo_terminal.ts";

const WIDTHS: readonly number[] = [40, 80, 200];

const FILES = {
  ".insomnia/profiles.toml": `default = "coder"

[profile]
gone = "profiles/gone.lua"
reviewer = "profiles/reviewer.lua"

[profile.coder]
path = "profiles/coder.lua"
description = "Writes code here; a description that is long enough to be broken on a terminal of eighty columns"
`,
  ".insomnia/profiles/coder.lua":
    `return { model = "codex-oauth/gpt-5.5", slug = "coder" }\n`,
  ".insomnia/profiles/reviewer.lua":
    `return { model = "codex-oauth/gpt-5.5", compaction = { thresholdd = 1000, request_threshold = "a text that makes this line longer than eighty columns" } }\n`,
};

const COMMANDS: readonly string[] = [
  "list",
  "models",
  "--help",
  "help resolve",
  "help check",
  "check",
  "project:reviewer --pod-name demo",
  "no-such-profile --pod-name demo",
];

/** How narrow a line can be made: a word, or the place of a problem, stays whole. */
function narrowest(line: string): number {
  if (/^ *--> /.test(line)) return line.length;
  const indent = /^ */.exec(line)![0].length;
  return indent + line.trim().split(/ +/)
    .reduce((most, word) => Math.max(most, word.length), 0);
}

/** What a command writes to a terminal of so many columns. */
async function written(
  command: string,
  columns: number,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { program, before, base } = executable();
  const cwd = folderWith(FILES);
  await using terminal = new PseudoTerminal(
    program,
    [...before, ...command.split(" ")],
    { columns, cwd, env: { ...base, HOME: cwd, ...env } },
  );
  await terminal.end();
  return terminal.raw;
}

for (const columns of WIDTHS) {
  Deno.test({
    name: `screens of ${columns} columns: no line is longer`,
    ignore: Deno.build.os === "windows",
    fn: async () => {
      const screens = await Promise.all(
        COMMANDS.map((command) => written(command, columns, { NO_COLOR: "1" })),
      );
      for (const [at, screen] of screens.entries()) {
        assert.ok(
          !/\x1b\[[\d;]*m/.test(screen),
          "no colour where it is not wanted",
        );
        // Of a line that was drawn over, such as progress, the last is seen.
        const lines = screen.split("\r\n")
          .map((line) => line.split("\x1b[K").at(-1)!);
        assert.ok(lines.length > 1, COMMANDS[at]);
        for (const line of lines) {
          assert.ok(
            line.length <= Math.max(columns, narrowest(line)),
            `${COMMANDS[at]}: ${line.length} columns: ${line}`,
          );
        }
      }
    },
  });
}

Deno.test({
  name: "screens: colour where people look, and the same text",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    for (const command of ["list", "help list", "project:reviewer"]) {
      const plain = await written(command, 80, { NO_COLOR: "1" });
      const painted = await written(command, 80, {});
      assert.ok(painted.includes("\x1b["), command);
      assert.equal(painted.replace(/\x1b\[[\d;]*m/g, ""), plain, command);
    }
  },
});
