import { denoDir, folderWith } from "../cli/run_cli.ts";
import { startFlags } from "../cli/start_flags.ts";
import {
  BROKEN_MACHINE,
  copyProgram,
  hostileCode,
  type Replacements,
} from "./hostile_copy.ts";
import type { Listener } from "./listener.ts";

/** What one attempt of `hostile.js` came to. */
export interface Outcome {
  readonly name: string;
  readonly succeeded: boolean;
  readonly said: string;
}

/** What a hostile run did, as far as can be seen from outside. */
export interface HostileRun {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** One list for each process or worker in which the code ran. */
  readonly reports: readonly (readonly Outcome[])[];
  /** What reached the listener. */
  readonly paths: readonly string[];
  /** What is new or different among the things to reach for. */
  readonly traces: readonly string[];
  /** The names of new files beside the profile. */
  readonly written: readonly string[];
}

/** A program to be run, and how. */
export interface HostileOptions {
  /** Which evaluation of a thread is attacked, from 1. Default 1. */
  readonly evaluation?: number;
  /** Deno's flags; default: those of the start task. */
  readonly flags?: readonly string[];
  /** Changes of the copy beside the attack. */
  readonly changes?: readonly Replacements[];
  /** A module that is run in place of the command line, in the copy's own folder. */
  readonly embedder?: string;
  /** In place of `hostile.js`: a module that exports `breakOut`. */
  readonly code?: string;
  /** The copy is bundled as for an executable, and the bundle is run. */
  readonly bundled?: boolean;
  /** Default: nothing. */
  readonly stdin?: string;
  /** Where Deno keeps its caches; default: where it always does. */
  readonly denoDir?: string;
  /** The program needs its own packages: the registry cannot be the listener. */
  readonly needsPackages?: boolean;
}

const SECRET = "top secret, not for you";

/** The profiles of the world, by what they are for. */
export const PROFILES: Readonly<Record<string, string>> = {
  "coder.lua":
    `print("hello")\nreturn { model = "codex-oauth/gpt-5.5", slug = "coder" }\n`,
  // Its key is computed: only a second evaluation tells where the field is from.
  "broken.lua":
    `return { model = "codex-oauth/gpt-5.5", worker = { ["max_" .. "turns"] = 0.5 } }\n`,
  "noisy.lua": `error("no")\n`,
  // More than one batch of a check.
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, number) => [
      `many/profile_${number}.lua`,
      `return { model = "codex-oauth/gpt-5.5" }\n`,
    ]),
  ),
};

/**
 * Runs a copy of the program whose machine was broken into, in a world with
 * things to reach for.
 *
 * @param args words of the command line; the current folder holds `PROFILES`
 */
export async function runHostile(
  args: readonly string[],
  listener: Listener,
  options: HostileOptions = {},
): Promise<HostileRun> {
  const run = await prepareHostile(listener, options);
  return await run(args);
}

/** The same in two steps, for those who run one copy more than once. */
export async function prepareHostile(
  listener: Listener,
  options: HostileOptions = {},
): Promise<(args: readonly string[]) => Promise<HostileRun>> {
  const project = folderWith(PROFILES);
  const reachable = folderWith({
    "secret.txt": SECRET,
    "secret.json": JSON.stringify({ secret: SECRET }),
    "secret.mjs": `export const secret = ${JSON.stringify(SECRET)};`,
    "worker.mjs": `self.postMessage(${JSON.stringify(SECRET)});`,
    "old": "",
    "victim": "",
  });
  const code = options.code ?? hostileCode({
    secret: `${reachable}/secret.txt`,
    profile: `${project}/coder.lua`,
    folder: reachable,
    origin: listener.origin,
    port: listener.port,
    program: Deno.execPath(),
    place: project,
    evaluation: options.evaluation ?? 1,
  });
  const program = options.bundled
    ? await bundledProgram(code)
    : await sourceProgram(code, options);
  const before = tracesIn(reachable);

  return async (args) => {
    listener.takePaths();
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", ...options.flags ?? startFlags(), ...program, ...args],
      cwd: project,
      env: {
        DENO_DIR: options.denoDir ?? denoDir(),
        NO_COLOR: "1",
        HOME: "/home/of-the-victim",
        INSOMNIA_CONFIG_DIR: `${project}/config`,
        // Bugs say what happened.
        INSOMNIA_DEBUG: "1",
        ...options.needsPackages
          ? {}
          : { NPM_CONFIG_REGISTRY: listener.origin },
        JSR_URL: listener.origin,
      },
      clearEnv: true,
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    await new Blob([options.stdin ?? ""]).stream().pipeTo(child.stdin);
    const { code, stdout, stderr } = await child.output();
    const error = new TextDecoder().decode(stderr);
    const after = tracesIn(reachable);
    return {
      code,
      out: new TextDecoder().decode(stdout),
      error,
      reports: [...error.matchAll(/^WALL (.*)$/gm)]
        .map(([, report]) => JSON.parse(report!).outcomes),
      paths: listener.takePaths(),
      traces: [
        ...after.filter((trace) => !before.includes(trace)),
        ...before.filter((trace) => !after.includes(trace)),
      ],
      written: namesIn(project).filter((name) =>
        !Object.keys(PROFILES).some((file) => file.split("/")[0] === name)
      ),
    };
  };
}

const copies = new Map<string, string>();

/** @returns the last words for Deno: its configuration, and what to run */
export async function sourceProgram(
  code: string,
  { changes = [], embedder }: HostileOptions = {},
): Promise<string[]> {
  // One copy for all runs with the same changes: Deno keeps what it compiled by path.
  const key = JSON.stringify(changes);
  const folder = copies.get(key) ?? folderWith();
  if (!copies.has(key)) copyProgram(folder, BROKEN_MACHINE, ...changes);
  copies.set(key, folder);
  await Deno.writeTextFile(`${folder}/lib/lua/hostile.js`, code);
  if (embedder !== undefined) {
    await Deno.writeTextFile(`${folder}/embedder.ts`, embedder);
  }
  const entry = embedder === undefined ? "cli.ts" : "embedder.ts";
  return [`--config=${folder}/deno.json`, `${folder}/${entry}`];
}

/** Bundles a copy with its own scripts. */
export async function bundledProgram(code: string): Promise<string[]> {
  const [folder, bundle] = [folderWith(), folderWith()];
  copyProgram(folder, BROKEN_MACHINE);
  await Deno.writeTextFile(`${folder}/lib/lua/hostile.js`, code);
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", "--no-prompt", "scripts/bundle.ts", bundle],
    cwd: folder,
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return ["--no-config", `${bundle}/cli.js`];
}

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name);
}

/** Everything that can be seen of a folder's files without opening them. */
function tracesIn(folder: string): string[] {
  return namesIn(folder).map((name) => {
    const { mode, size, mtime } = Deno.lstatSync(`${folder}/${name}`);
    return `${name} ${mode} ${size} ${mtime?.getTime()}`;
  });
}

/** Whether any text of the run holds what it must not know. */
export function tellsSecret({ out, error }: HostileRun): boolean {
  return `${out}${error}`.includes(SECRET);
}
