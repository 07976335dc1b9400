import { main } from "../../lib/cli/main.ts";
import { startShort } from "../../lib/cli/start_short.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { recordingTerminal } from "./recording_terminal.ts";
import { folderWith, type Run, type RunOptions } from "./run_cli.ts";

/**
 * What a test of the command line in this process has for itself, by
 * `Deno.test({ permissions: RIGHTS }, ...)`: the program gives up its rights,
 * for good, and Deno gives the next test its own.
 */
export const RIGHTS = {
  read: true,
  write: true,
  env: true,
  run: true,
} as const;

/** Around a run in this process. */
interface RunHereOptions extends RunOptions {
  /** Both streams are one terminal that is so wide: all is in `out`. */
  readonly columns?: number;
}

/**
 * Runs the command line in this process, which takes a tenth of the time that a
 * start takes. Files and permissions are real; a test can do so once.
 */
export async function runHere(
  args: readonly string[],
  { cwd = folderWith(), env = {}, stdin = "", columns }: RunHereOptions = {},
): Promise<Run> {
  const isTerminal = columns !== undefined;
  const { terminal: streams, out, error } = recordingTerminal({
    out: { isTerminal, ...isTerminal && { columns } },
  });
  const terminal = isTerminal ? { ...streams, error: streams.out } : streams;
  const real = denoSystem();
  const system = delegatingSystem(real, {
    // Asked for all the same: it may not be allowed any more.
    cwd: () => (real.cwd(), cwd),
    env: (name) => (real.env(name), env[name]),
    readStdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
  });
  const code = await startShort(args, system, terminal) ??
    await main(args, system, terminal);
  return { code, out: out(), error: error() };
}
