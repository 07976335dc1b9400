// deno-lint-ignore-file no-control-regex -- what a terminal is sent
import assert from "node:assert/strict";
import { COMMANDS as COMMAND_TABLE } from "../../lib/cli/arguments/command_table.ts";
import { printHelp } from "../../lib/cli/print_help.ts";
import { displayWidth } from "../../lib/print/display_width.ts";
import { executable, folderWith } from "../cli/run_cli.ts";
import { RIGHTS, runHere } from "../cli/run_here.ts";
import { PseudoTerminal } from "./pseudo_terminal.ts";

const WIDTHS: readonly number[] = [40, 80, 200];
const WINDOWS = Deno.build.os === "windows";

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

/** A home directory with a project in it. */
interface World {
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Worlds that are made when they are needed, because some tests are not run. */
const worlds = new Map<string, World>();

function worldOf(name: string, env: World["env"]): World {
  const world = worlds.get(name) ?? { home: folderWith(FILES), env };
  worlds.set(name, world);
  return world;
}

/** What a command writes to a terminal of so many columns. */
async function written(
  command: string,
  columns: number,
  { home, env }: World,
): Promise<string> {
  const { out } = await runHere(command.split(" "), {
    cwd: `${home}/ws`,
    env: { HOME: home, ...env },
    columns,
  });
  return asSeen(out);
}

/** Of a line that was drawn over, such as progress, the last is seen. */
function asSeen(text: string): string {
  return text.split("\n").map((line) => line.split("\x1b[K").at(-1)!)
    .join("\n");
}

for (const columns of WIDTHS) {
  // One after the other: each finds what the one before it left.
  for (const command of COMMANDS) {
    Deno.test(
      `screens of ${columns} columns: no line of ${command} is longer`,
      {
        ignore: WINDOWS,
        permissions: RIGHTS,
      },
      async () => {
        const world = worldOf(`${columns}`, { NO_COLOR: "1" });
        const screen = await written(command, columns, world);
        assert.doesNotMatch(screen, /\x1b\[[\d;]*m/);
        assertFits(screen, columns, command);
      },
    );
  }
}

/** Some that change nothing, so that they can be run twice. */
const STARTED: readonly (readonly [command: string, columns: number])[] = [
  ["help resolve", 40],
  ["list", 80],
  ["check", 40],
  ["project:reviewer", 200],
  ["explain project:coder", 80],
];

/** Says when everything was written. */
const SHELL = `"$@"; printf '\nexit %s\n' $?`;

for (const [command, columns] of STARTED) {
  for (const [colour, env] of [["no", { NO_COLOR: "1" }], ["", {}]] as const) {
    Deno.test(
      `screens: the program in a terminal of ${columns} columns writes the same, with ${colour} colour: ${command}`,
      {
        ignore: WINDOWS,
        permissions: { ...RIGHTS, ffi: true, sys: true },
      },
      async () => {
        const home = folderWith(FILES);
        const { program, before, base } = executable();
        const words = [program, ...before, ...command.split(" ")];
        await using terminal = new PseudoTerminal(
          "/bin/sh",
          ["-c", SHELL, "sh", ...words],
          { columns, cwd: `${home}/ws`, env: { ...base, HOME: home, ...env } },
        );
        await terminal.waitFor(/^exit \d+$/m);
        const [screen] = terminal.raw.replaceAll("\r\n", "\n").split("\nexit ");
        assert.equal(
          asSeen(screen!),
          await written(command, columns, { home, env }),
        );
      },
    );
  }
}

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

const unpainted: string[] = [];
for (const [said, env] of [["plain", { NO_COLOR: "1" }], ["", {}]] as const) {
  for (const [at, command] of PAINTED.entries()) {
    Deno.test(
      `screens: colour where people look, and the same text: ${command}${
        said && ", without colour"
      }`,
      {
        ignore: WINDOWS,
        permissions: RIGHTS,
      },
      async () => {
        const world = worldOf(`painted ${said}`, env);
        const screen = (await written(command, 80, world))
          .replaceAll(world.home, "HOME").replace(/sha256:\w+/g, "SUM");
        if (said === "plain") unpainted[at] = screen;
        const isPainted = said === "" && !NEVER_PAINTED.test(command);
        assert.equal(/\x1b\[[\d;]+m/.test(screen), isPainted);
        assert.equal(screen.replace(/\x1b\[[\d;]*m/g, ""), unpainted[at]);
      },
    );
  }
}

Deno.test(
  "screens: what failed is painted, although the check has given up its rights",
  {
    permissions: RIGHTS,
  },
  async () => {
    const screen = await written("check", 80, worldOf("failed", {}));
    assert.match(screen, /^\x1b\[[\d;]+mfailed\x1b\[0m {2}project:reviewer /m);
  },
);
