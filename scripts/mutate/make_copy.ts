import { listFiles } from "../list_files.ts";
import { repositoryPath } from "../repository_path.ts";
import { findMutants, type Mutant } from "./find_mutants.ts";

const COPIED = [
  "cli.ts",
  "deno.json",
  "deno.lock",
  "docs",
  "lib",
  "mod.ts",
  "resources",
  "scripts",
  "tests",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
  "THIRD_PARTY.md",
];

/**
 * Copies the repository, with mutants written into some files and with the
 * command line run by the tests inside their own process: hundreds of runs of a
 * program would take hours.
 *
 * @param folder absolute path of an existing, empty folder
 * @param files which files of `lib/` get mutants
 * @param perFile at most so many in a file, spread over it
 */
export async function makeCopy(
  folder: string,
  files: readonly string[],
  perFile: number,
): Promise<readonly Mutant[]> {
  const root = repositoryPath("");
  for (const file of await listFiles(root.replace(/[\\/]$/, ""), COPIED)) {
    await Deno.mkdir(`${folder}/${file}`.replace(/\/[^/]*$/, ""), {
      recursive: true,
    });
    await Deno.copyFile(`${root}/${file}`, `${folder}/${file}`);
  }
  await rewrite(
    `${folder}/lib/system/give_up_permissions.ts`,
    () => "export function giveUpPermissions(): void {}\n",
  );
  await rewrite(`${folder}/tests/cli/run_cli.ts`, inThisProcess);

  const mutants: Mutant[] = [];
  for (const file of files) {
    await rewrite(`${folder}/${file}`, (text) => {
      const found = findMutants(
        file,
        text,
        mutants.length + 1,
        (all) => (index) =>
          // Every so many-th: all of a file where there are few.
          Math.floor(index * perFile / all) !==
            Math.floor((index - 1) * perFile / all) || all <= perFile,
      );
      mutants.push(...found.mutants);
      return found.text;
    });
  }
  return mutants;
}

async function rewrite(
  path: string,
  change: (text: string) => string,
): Promise<void> {
  await Deno.writeTextFile(path, change(await Deno.readTextFile(path)));
}

/** `runCli` without a process of its own. */
function inThisProcess(text: string): string {
  return text.replace(
    "export async function runCli(",
    "async function runApart(",
  ) +
    IN_THIS_PROCESS;
}

const IN_THIS_PROCESS = `
import { main } from "../../lib/cli/main.ts";
import { startShort } from "../../lib/cli/start_short.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { recordingTerminal } from "./recording_terminal.ts";

void runApart;
export async function runCli(
  args: readonly string[],
  { cwd: typed = folderWith(), env = {}, stdin = "" }: RunOptions = {},
): Promise<Run> {
  const cwd = Deno.realPathSync(typed);
  const system = delegatingSystem(denoSystem(), {
    cwd: () => cwd,
    env: (name) => env[name] === "" ? undefined : env[name],
    readStdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
  });
  const { terminal, out, error } = recordingTerminal();
  const code = await startShort(args, system, terminal) ??
    await main(args, system, terminal);
  return { code, out: out(), error: error() };
}
`;
