import { main } from "../../lib/cli/main.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import type { System } from "../../lib/system/system.ts";
import type { Terminal } from "../../lib/system/terminal.ts";

// A command gives up every permission of its process before a profile runs.
// This process runs many commands, and reads and writes files between them.
Deno.permissions.revokeSync = (descriptor) =>
  Deno.permissions.querySync(descriptor);

/** Where the commands of the documentation run: the same on every machine. */
export const HOME = "/home/ada";

/** The workspace of these commands. */
export const WORKSPACE = `${HOME}/shop`;

/** What a command printed. */
export interface Transcript {
  readonly code: number;
  /** Standard output alone. */
  readonly out: string;
  /** Both streams, as a terminal shows them. */
  readonly both: string;
}

/** Absolute paths and what is in the files. */
export type Files = Readonly<Record<string, string>>;

/**
 * Runs a command line of the program in memory: nothing of this machine is
 * seen, so the output is the same everywhere.
 *
 * @param line as in the documentation, `insomnia-profile list`; words may be
 * in double quotes, `< file` names what standard input gives, and what stands
 * before a `&&` is run in the same world before, unseen
 * @param files the world; the current directory is {@linkcode WORKSPACE}
 */
export async function runCommand(
  line: string,
  files: Files,
): Promise<Transcript> {
  const [commands, input] = line.split(" < ");
  const system = memorySystem({
    files,
    cwd: WORKSPACE,
    env: { HOME },
    stdin: input === undefined ? "" : files[`${WORKSPACE}/${input.trim()}`],
  });
  return await runIn(system, commands!);
}

/**
 * Runs command lines, with `&&` between them, and tells of the last one. Beside
 * those of the program there is `cp FROM TO`, for what a reader edits.
 */
export async function runIn(
  system: System,
  commands: string,
): Promise<Transcript> {
  let transcript: Transcript = { code: 0, out: "", both: "" };
  for (const command of commands.split(" && ")) {
    const [program, ...args] = splitWords(command);
    if (program === "insomnia-profile") {
      transcript = await runOne(args, system);
    } else if (program === "cp" && args.length === 2) {
      const [from, to] = args.map((path) =>
        new URL(path, `file://${system.cwd()}/`).pathname
      );
      await system.writeFile(to!, await system.readFile(from!));
    } else throw new Error(`not a command of this program: ${command}`);
  }
  return transcript;
}

async function runOne(
  args: readonly string[],
  system: System,
): Promise<Transcript> {
  let out = "";
  let both = "";
  const stream = (collect: (text: string) => void) => ({
    isTerminal: false,
    columns: () => 80,
    write: collect,
  });
  const terminal: Terminal = {
    out: stream((text) => {
      out += text;
      both += text;
    }),
    error: stream((text) => both += text),
    input: {
      isTerminal: false,
      setRaw: () => {},
      read: () => Promise.resolve(undefined),
    },
    onSignal: () => () => {},
    onResize: () => () => {},
  };
  const code = await main(args, system, terminal);
  return { code, out, both };
}

function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) =>
    quoted ?? bare ?? ""
  );
}
