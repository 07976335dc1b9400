import { fileURLToPath } from "node:url";
import { startFlags } from "./start_flags.ts";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/** What a run of the command line gave. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Around a run. Nothing of this machine's environment reaches it. */
export interface RunOptions {
  /** Default: a new, empty folder. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: nothing, and not a terminal. */
  readonly stdin?: string | undefined;
}

/**
 * Runs the command line as a process of its own, with the permissions that it
 * has for a user: from source, or what is made of it (`executable`).
 */
export async function runCli(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  return await runStart(executable(), args, options);
}

/** The same from source, whatever else is to be tested. */
export async function runSource(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  return await runStart(source(), args, options);
}

async function runStart(
  { program, before, base }: Start,
  args: readonly string[],
  { cwd, env = {}, stdin }: RunOptions,
): Promise<Run> {
  const child = new Deno.Command(program, {
    args: [...before, ...args],
    cwd: cwd ?? folderWith(),
    env: { ...base, ...env },
    clearEnv: true,
    stdin: stdin === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  if (stdin !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(stdin));
    await writer.close();
  }
  const { code, stdout, stderr } = await child.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), error: text(stderr) };
}

/** The folder of a bundle that is to be tested in place of the source. */
export const GIVEN_BUNDLE = Deno.env.get("INSOMNIA_PROFILE_BUNDLE") ||
  undefined;

/** How to start the program, and what that alone needs of the environment. */
export interface Start {
  readonly program: string;
  readonly before: readonly string[];
  readonly base: Readonly<Record<string, string>>;
}

/**
 * The program under test: what `INSOMNIA_PROFILE_BIN` names, so that the same
 * tests hold for what is downloaded; else the bundle in the folder that
 * `INSOMNIA_PROFILE_BUNDLE` names, which starts in half the time; else the
 * source.
 */
export function executable(): Start {
  const binary = Deno.env.get("INSOMNIA_PROFILE_BIN");
  if (binary) return { program: binary, before: [], base: {} };
  return GIVEN_BUNDLE ? started(`${GIVEN_BUNDLE}/cli.js`) : source();
}

function source(): Start {
  return started(`${REPOSITORY}cli.ts`);
}

/** With the permissions of the start task, which are those of an executable. */
function started(entry: string): Start {
  return {
    program: Deno.execPath(),
    before: ["run", ...startFlags(), `--config=${REPOSITORY}deno.json`, entry],
    // Where Deno keeps compiled modules; the program cannot read it.
    base: { DENO_DIR: denoDir() },
  };
}

/** Deno's own folder of caches, which a process with a clear environment has to be told. */
export function denoDir(): string {
  const told = Deno.env.get("DENO_DIR");
  if (told) return told;
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? ".";
  const cache = Deno.env.get("XDG_CACHE_HOME") ?? `${home}/.cache`;
  return Deno.build.os === "darwin"
    ? `${home}/Library/Caches/deno`
    : Deno.build.os === "windows"
    ? `${Deno.env.get("LOCALAPPDATA")}/deno`
    : `${cache}/deno`;
}

const folders: string[] = [];
globalThis.addEventListener("unload", () => {
  for (const folder of folders) Deno.removeSync(folder, { recursive: true });
});

/**
 * The folder under a name of always as many characters: Deno writes a number
 * without its leading zeros, and columns of an output follow its width.
 */
function sameLength(made: string): string {
  const padded = made.replace(/[^/\\]*$/, (name) => name.padEnd(16, "0"));
  if (padded !== made) Deno.renameSync(made, padded);
  return padded;
}

/**
 * Makes a folder with files in it, by their relative paths. It is removed when
 * the tests are done.
 */
export function folderWith(
  files: Readonly<Record<string, string>> = {},
): string {
  const folder = Deno.realPathSync(sameLength(Deno.makeTempDirSync()));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    const file = `${folder}/${path}`;
    Deno.mkdirSync(file.replace(/\/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(file, text);
  }
  return folder;
}
