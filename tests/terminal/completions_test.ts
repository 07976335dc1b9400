import { executable, folderWith } from "../cli/run_cli.ts";
import { hasPrograms } from "../has_programs.ts";
import { PseudoTerminal } from "./pseudo_terminal.ts";

/** What is typed before the tabulator, and the line it becomes. */
type Row = readonly [typed: string, becomes: string];

const ROWS: readonly Row[] = [
  ["comp", "completions "],
  ["pro", "project:"],
  ["project:c", "project:coder "],
  ["user:", "user:night "],
  ["resolve mi", "resolve mine "],
  ["list --f", "list --format "],
  ["list --format j", "list --format json "],
  ["--delegate re", "--delegate read"],
  ["--delegate read:sr", "--delegate read:src/"],
  [
    "--delegate write,nonrecursive:src/ma",
    "--delegate write,nonrecursive:src/main.ts ",
  ],
  ["--workspace=sr", "--workspace=src/"],
  ["models codex-oauth/gpt-5", "models codex-oauth/gpt-5.5 "],
  ["eval fi", "eval file.lua "],
  ["resolve tea", "resolve team "],
  ["explain unknown-fi", "explain unknown-field "],
  ["pod show fir", "pod show first "],
  ["-C sr", "-C src/"],
  ["-C 'my folder' project:o", "-C 'my folder' project:other "],
  // Quotes around a word before, and around the word itself.
  [
    "--workspace 'my folder' project:o",
    "--workspace 'my folder' project:other ",
  ],
  [`resolve "project:c`, `resolve "project:coder" `],
];

interface Shell {
  readonly name: string;
  readonly args: readonly string[];
  /** Loads the completions, makes the prompt `> `, says that it is `ready`. */
  readonly setUp: readonly string[];
  /** Whether it puts a space behind a whole word is its own business. */
  readonly spacesAnyhow?: true;
  /** Rows of which it does not ask the program. */
  readonly never?: readonly string[];
}

const SHELLS: readonly Shell[] = [
  {
    name: "bash",
    args: ["--norc", "--noprofile", "-i"],
    setUp: [
      "PS1='> '; source <(insomnia-profile completions bash); echo read''y",
    ],
  },
  {
    name: "zsh",
    args: ["-f", "-i"],
    setUp: [
      "PS1='> '; RPS1=; autoload -U compinit; compinit -u -D",
      "source <(insomnia-profile completions zsh); echo read''y",
    ],
  },
  {
    name: "fish",
    args: [
      "--no-config",
      "-i",
      "-C",
      "function fish_prompt; echo '> '; end; set -U fish_greeting; set -g fish_autosuggestion_enabled 0",
    ],
    setUp: ["insomnia-profile completions fish | source; echo read''y"],
  },
  {
    name: "nu",
    args: ["--no-config-file"],
    setUp: [
      "insomnia-profile completions nushell | save c.nu",
      "use c.nu *; $env.PROMPT_COMMAND = {|| ''}; $env.PROMPT_COMMAND_RIGHT = ''",
      "$env.PROMPT_INDICATOR = '> '; print $'read(\"y\")'",
    ],
    spacesAnyhow: true,
    never: ["--workspace=sr"],
  },
];

/** A project whose `insomnia-profile` is the one under test, first on the path. */
function project(): {
  readonly cwd: string;
  readonly env: Record<string, string>;
} {
  const { program, before, base } = executable();
  const quoted = [program, ...before].map((word) => `'${word}'`).join(" ");
  const cwd = folderWith({
    ".insomnia/profiles.toml":
      `[profile]\ncoder = "coder.lua"\nmine = "coder.lua"\nother = "coder.lua"\n\n[alias]\nteam = "project:coder"\n`,
    ".insomnia/coder.lua": "return {}",
    "src/main.ts": "",
    "my folder/.insomnia/profiles.toml": `[profile]\nother = "other.lua"\n`,
    "my folder/.insomnia/other.lua": "return {}",
    "file.lua": "",
  });
  const bin = folderWith({
    "insomnia-profile": `#!/bin/sh\nexec ${quoted} "$@"\n`,
    "home/.config/insomnia/profiles.toml": `[profile]\nnight = "night.lua"\n`,
    "home/.config/insomnia/night.lua": "return {}",
    "home/.insomnia/pods/first/metadata.json": "{}",
  });
  Deno.chmodSync(`${bin}/insomnia-profile`, 0o755);
  return {
    cwd,
    env: {
      ...base,
      HOME: `${bin}/home`,
      PATH: `${bin}:${Deno.env.get("PATH")}`,
      TERM: "xterm-256color",
      LC_ALL: "C.UTF-8",
    },
  };
}

/** Before the line that is edited: the prompt, and what the tests type there. */
const BEFORE = "> insomnia-profile ";

/** The line that is being edited, up to the cursor. */
async function editedLine(terminal: PseudoTerminal): Promise<string> {
  const { row, column } = terminal.cursor;
  const line = (await terminal.text()).split("\n")[row] ?? "";
  return line.padEnd(column).slice(BEFORE.length, column);
}

/** Whether the shell waits for a command, further down than a row. */
async function isAtPrompt(
  terminal: PseudoTerminal,
  row: number,
): Promise<boolean> {
  const lines = (await terminal.text()).split("\n");
  const { cursor } = terminal;
  const line = (lines[cursor.row] ?? "").padEnd(cursor.column);
  return cursor.row > row && /[>$#%] ?$/.test(line.slice(0, cursor.column));
}

for (const { name, args, setUp, spacesAnyhow, never = [] } of SHELLS) {
  Deno.test({
    name: `completions ${name}: keys typed in the shell itself`,
    // Said as ignored where the shell is not there.
    ignore: !hasPrograms(name),
    fn: async () => {
      const { cwd, env } = project();
      await using terminal = new PseudoTerminal(name, args, {
        columns: 120,
        rows: 50,
        cwd,
        env,
      });
      // What is typed before there is a prompt, a shell may lose.
      await terminal.until(() => isAtPrompt(terminal, -1), "the first prompt");
      for (const line of setUp) {
        const { row } = terminal.cursor;
        terminal.type(`${line}\r`);
        await terminal.until(() => isAtPrompt(terminal, row), "a prompt");
      }
      await terminal.waitFor(/^ready$/m);
      await terminal.until(() => terminal.cursor.column === 2, "a prompt");
      for (const [typed, becomes] of ROWS) {
        if (never.includes(typed)) continue;
        const seen = (line: string) => spacesAnyhow ? line.trimEnd() : line;
        terminal.type(`insomnia-profile ${typed}\t`);
        await terminal.until(
          async () => seen(await editedLine(terminal)) === seen(becomes),
          `\`${typed}\` becomes \`${becomes}\``,
        );
        // Empties the line. Unlike Ctrl-C it is a key that waits to be read.
        terminal.type("\x15");
        await terminal.until(
          () => terminal.cursor.column === 2,
          "an empty line",
        );
      }
    },
  });
}
