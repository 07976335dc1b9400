/**
 * `deno task start`: the program from source, with its least permissions.
 *
 * What it needs of npm is fetched first, and no more than that: `deno.lock`
 * holds what tests and builds need, too, and Deno would fetch all of it. While
 * the program runs there is no network.
 *
 * @module
 */
import { repositoryPath } from "./repository_path.ts";

/** How the program is started: its permissions, and nothing from a network. */
export const START_FLAGS: readonly string[] = [
  "-q",
  "-P",
  "--no-prompt",
  "--cached-only",
];

/** Only the packages of the program itself. */
const LOCKED: readonly string[] = [
  `--config=${repositoryPath("deno.json")}`,
  `--lock=${repositoryPath("scripts/start.lock")}`,
  "--frozen",
];

async function deno(...args: readonly string[]): Promise<number> {
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    env: { DENO_NO_UPDATE_CHECK: "1" },
  }).spawn().status;
  return code;
}

async function start(args: readonly string[]): Promise<number> {
  const entry = repositoryPath("cli.ts");
  const fetched = await deno("cache", "--quiet", ...LOCKED, entry);
  return fetched === 0
    ? await deno("run", ...START_FLAGS, ...LOCKED, entry, ...args)
    : fetched;
}

if (import.meta.main) Deno.exit(await start(Deno.args));
