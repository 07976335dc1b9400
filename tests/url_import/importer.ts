import { folderWith } from "../cli/run_cli.ts";

/** What a run of somebody's program gave. */
export interface ProgramRun {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Somebody else's project, with a module cache of its own. */
export interface Importer {
  /** Absolute path of the project's folder. */
  readonly folder: string;
  /** What else is in the environment of its programs. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs `deno` in the project. */
  deno(...args: readonly string[]): Promise<ProgramRun>;
}

/**
 * Makes a project whose cache holds npm packages and nothing else, so that a
 * test needs no network but the server it starts.
 */
export async function importer(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Importer> {
  const folder = folderWith(files);
  const denoDir = folderWith();
  await Deno.symlink(`${await cacheOfThisMachine()}/npm`, `${denoDir}/npm`, {
    type: "junction",
  });
  const around = { DENO_DIR: denoDir, NO_COLOR: "1", ...env };
  return {
    folder,
    env: around,
    async deno(...args) {
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [...args],
        cwd: folder,
        env: around,
        stdin: "null",
      }).output();
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
      return { code, out: text(stdout), error: text(stderr) };
    },
  };
}

/**
 * A program of `programs/`, which imports the library from the repository, with
 * the import of somebody else.
 */
export async function programFrom(
  name: string,
  library: string,
): Promise<string> {
  const file = new URL(`./programs/${name}`, import.meta.url);
  return (await Deno.readTextFile(file))
    .replaceAll(`"../../../mod.ts"`, JSON.stringify(library));
}

/** Deno's own folder of caches. */
export async function cacheOfThisMachine(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}
