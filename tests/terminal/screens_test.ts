// deno-lint-ignore-file no-control-regex -- what a terminal is sent
import assert from "node:assert/strict";
import { COMMANDS as COMMAND_TABLE } from "../../lib/cli/arguments/command_table.ts";
import { printHelp } from "../../lib/cli/print_help.ts";
import { displayWidth } from "../../lib/print/display_width.ts";
import { executable, folderWith } from "../cli/run_cli.ts";
import { PseudoTerminal } from "./pseudo_terminal.ts";

const WIDTHS: readonly number[] = [40, 80, 200];

const FILES = {
  "ws/.insomnia/profiles.toml": `default = "coder"

[profile]
gone = "profiles/gone.lua"
reviewer = "profiles/reviewer.lua"
cheap = "profiles/cheap.lua"

[profile.coder]
path = "profiles/coder.lua"
description = "Writes code here; a description that is long enough to be broken on a terminal of eighty columns"

[alias]
coder = "project:coder"
`,
  "ws/.insomnia/profiles/cheap.lua":
    `local p = profile.import("builtin:default")\np.model = "anthropic/claude-haiku-4-5"\nreturn p\n`,
  "ws/.insomnia/profiles/coder.lua":
    `return { model = { ref = "codex-oauth/gpt-5.5", quality = "high" }, slug = "coder", compaction = { preset = "long_coding" }, permissions = insomnia.tools.policy("cautious") }\n`,
  "ws/.insomnia/profiles/reviewer.lua":
    `return { model = "codex-oauth/gpt-5.5", compaction = { thresholdd = 1000, request_threshold = "a text that makes this line longer than eighty columns" }, worker = { reasonning = "high", max_turns = 0.5 } }\n`,
};

/** In one world, one after the other. */
const COMMANDS: readonly string[] = [
  "--help",
  "help resolve",
  "list",
  "models --today 2026-11-30",
  "models anthropic/claude-sonnet-4-6",
  "models anthropic/nothing",
  "check",
  "check --fix",
  "project:reviewer --pod-name demo",
  "no-such-profile --pod-name demo",
  "list --no-such-flag",
  "explain project:coder",
  "explain project:coder compaction",
  "explain unknown-field",
  "diff builtin:default project:coder",
  "pod create builtin:reviewer --pod-name demo",
  "pod list --drift",
  "pod show demo",
  "pod diff demo --profile project:cheap",
  "pod reresolve demo --profile project:cheap --yes",
  "pod show nobody",
  "init",
];

/** What is read and copied as it is: a command line for a shell. */
const NEVER_BROKEN = /^cd -- /;

/** How narrow a line can be made: a word, or the place of a problem, stays whole. */
function narrowest(line: string): number {
  if (/^ *--> |^ *= note: \S+:\d+:\d+:$|^fixed {2}\S+$/.test(line)) {
    return line.length;
  }
  const indent = /^ */.exec(line)![0].length;
  return indent + line.trim().split(/ +/)
    .reduce((most, word) => Math.max(most, word.length), 0);
}

function assertFits(text: string, columns: number, command: string): void {
  const lines = text.split("\n");
  assert.ok(lines.length > 1, command);
  for (const line of lines) {
    assert.ok(
      displayWidth(line) <= Math.max(columns, narrowest(line)) ||
        NEVER_BROKEN.test(line),
      `${command}: ${displayWidth(line)} columns: ${line}`,
    );
  }
}

/** What a command writes to a terminal of so many columns. */
async function written(
  command: string,
  columns: number,
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { program, before, base } = executable();
  await using terminal = new PseudoTerminal(
    program,
    [...before, ...command.split(" ")],
    { columns, cwd: `${home}/ws`, env: { ...base, HOME: home, ...env } },
  );
  await terminal.end();
  // Of a line that was drawn over, such as progress, the last is seen.
  return terminal.raw.split("\r\n")
    .map((line) => line.split("\x1b[K").at(-1)!).join("\n");
}

Deno.test({
  name: `screens of ${WIDTHS.join(", ")} columns: no line is longer`,
  ignore: Deno.build.os === "windows",
  fn: async () => {
    await Promise.all(WIDTHS.map(async (columns) => {
      const home = folderWith(FILES);
      for (const command of COMMANDS) {
        const screen = await written(command, columns, home, { NO_COLOR: "1" });
        assert.doesNotMatch(screen, /\x1b\[[\d;]*m/, command);
        assertFits(screen, columns, command);
      }
    }));
  },
});

for (const columns of WIDTHS) {
  Deno.test(`help of ${columns} columns: no line of any command is longer`, () => {
    for (const command of Object.keys(COMMAND_TABLE)) {
      assertFits(printHelp(command, { width: columns }), columns, command);
    }
  });
}

/** Where people look. */
const PAINTED: readonly string[] = [
  "list",
  "models --today 2026-11-30",
  "models openai/gpt-5.5",
  "help list",
  "check",
  "project:reviewer",
  "explain project:coder",
  "diff builtin:default project:coder",
  "pod create builtin:reviewer --pod-name demo",
  "pod list",
  "pod show demo",
];

/** What prints a line for a shell, and nothing else here. */
const NEVER_PAINTED = /^pod create /;

Deno.test({
  name: "screens: colour where people look, and the same text",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const worlds = [{ NO_COLOR: "1" }, {}];
    const [plain, painted] = await Promise.all(worlds.map(async (env) => {
      const home = folderWith(FILES);
      const screens: string[] = [];
      for (const command of PAINTED) {
        const screen = await written(command, 80, home, env);
        screens.push(
          screen.replaceAll(home, "HOME").replace(/sha256:\w+/g, "SUM"),
        );
      }
      return screens;
    }));
    for (const [at, command] of PAINTED.entries()) {
      assert.equal(
        /\x1b\[[\d;]+m/.test(painted![at]!),
        !NEVER_PAINTED.test(command),
        command,
      );
      assert.equal(
        painted![at]!.replace(/\x1b\[[\d;]*m/g, ""),
        plain![at],
        command,
      );
    }
  },
});
