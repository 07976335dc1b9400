/**
 * Makes the bundle and the executables.
 *
 * ```sh
 * deno task compile                     # bundle, then an executable for this machine
 * deno task compile --all               # ... for every target
 * deno task compile --target NAME       # ... for one target, with Deno's name of it
 * deno run -A scripts/compile.ts --plan # the bundle only; prints what to compile, for another Deno
 * ```
 *
 * The bundle is in `dist/`, executables are in `dist/bin/`.
 *
 * @module
 */
import { VERSION } from "../lib/base/version.ts";
import { BUNDLE, makeBundle } from "./bundle.ts";
import { libraryTypes } from "./library_types.ts";
import { repositoryPath } from "./repository_path.ts";
import { pinnedDeno, RunFailure, runOrFail } from "./pinned_deno.ts";

/** The platforms an executable is made for, by Deno's names. */
export const TARGETS = [
  "x86_64-unknown-linux-gnu",
  "aarch64-unknown-linux-gnu",
  "x86_64-apple-darwin",
  "aarch64-apple-darwin",
  "x86_64-pc-windows-msvc",
] as const;

/** Environment variables the program may read; nothing else of the environment is visible to it. */
const READABLE_VARIABLES = [
  "INSOMNIA_*",
  "HOME",
  "USERPROFILE",
  "XDG_CONFIG_HOME",
  "XDG_RUNTIME_DIR",
  "NO_COLOR",
  "CLICOLOR_FORCE",
  // Whether a terminal shows more than ASCII.
  "LC_ALL",
  "LC_CTYPE",
  "LANG",
];

/**
 * What an executable may do, baked in. Reading and writing are given up, with
 * the rest, before the first instruction of a profile runs. There is no
 * network, no subprocess, no native library, no system information.
 */
export const PERMISSION_FLAGS: readonly string[] = [
  "--no-prompt",
  "--allow-read",
  "--allow-write",
  `--allow-env=${READABLE_VARIABLES.join(",")}`,
];

/**
 * They spare a start 3 ms, measured on the bundle: functions that ran a little
 * are compiled in this thread, which then does not wait for another one, and
 * garbage is collected after 4 MB instead of one.
 */
const V8_FLAGS: readonly string[] = [
  "--v8-flags=--no-concurrent-sparkplug,--min-semi-space-size=4",
];

const COMPILE_FLAGS: readonly string[] = [
  "--quiet",
  "--no-config",
  "--no-lock",
  "--no-check",
  // The cache would be a file of a predictable name in a folder that others can write to.
  "--no-code-cache",
  // A worker without permissions, where a file is to be written after a profile ran.
  "--unstable-worker-options",
];

/** For a runtime before Deno 2.9, which has imports of text behind a flag. */
const OLDER_RUNTIME_FLAGS: readonly string[] = ["--unstable-raw-imports"];

/** The part of the executable that Deno downloads could not be had. */
export class RuntimeUnavailable extends Error {
  /** Tells it from others without `instanceof`. */
  override readonly name = "RuntimeUnavailable";
  /** The platform whose runtime it is. */
  readonly target: string;

  /** Takes Deno's own words as the cause. */
  constructor(target: string, cause: RunFailure) {
    const [said = ""] = /error sending request[^\n]*/.exec(cause.text) ?? [];
    super(
      `no executable for ${target}: Deno's runtime for it cannot be downloaded; ` +
        `give its file (\`denort\`) as DENORT_BIN. ${said}`.trimEnd(),
      { cause },
    );
    this.target = target;
  }
}

/** The file name of an executable. */
export function executableName(target: string): string {
  const ending = target.includes("windows") ? ".exe" : "";
  return `insomnia-profile-${VERSION}-${target}${ending}`;
}

/**
 * Compiles a bundle.
 *
 * @param bundle absolute path of the folder it is in
 * @param files its files, as `makeBundle` returns them
 * @param output absolute path of the executable
 * @throws {RuntimeUnavailable}
 */
export async function compile(
  bundle: string,
  files: readonly string[],
  target: string,
  output: string,
): Promise<void> {
  // What is loaded only when it is needed is not seen by Deno.
  const includes = files.filter((file) => file !== BUNDLE.cli)
    .flatMap((file) => ["--include", file]);
  try {
    await runOrFail(pinnedDeno(), [
      "compile",
      ...COMPILE_FLAGS,
      ...PERMISSION_FLAGS,
      ...V8_FLAGS,
      ...includes,
      "--target",
      target,
      "--output",
      output,
      BUNDLE.cli,
    ], bundle);
  } catch (error) {
    const isDownload = error instanceof RunFailure &&
      /dl\.deno\.land|error sending request/.test(error.text);
    throw isDownload ? new RuntimeUnavailable(target, error) : error;
  }
}

const USAGE = `Makes the bundle in dist/ and an executable in dist/bin/.

  deno task compile                for this machine
  deno task compile --all          for every target
  deno task compile --target NAME  for one of ${TARGETS.join(", ")}
  deno run -A scripts/compile.ts --plan
                                   the bundle only; prints what to compile
`;

/** Refuses words that nothing here understands, before anything is removed. */
function refuseUnknown(args: readonly string[]): void {
  const known = ["--all", "--plan", "--target"];
  const unknown = args.find((word, at) =>
    !known.includes(word) && args[at - 1] !== "--target"
  );
  if (unknown !== undefined) {
    throw new Error(`\`${unknown}\` is not known here\n\n${USAGE}`);
  }
}

function chosenTargets(args: readonly string[]): readonly string[] {
  if (args.includes("--all")) return TARGETS;
  const named = args.indexOf("--target");
  if (named === -1) return [Deno.build.target];
  const target = args[named + 1] ?? "";
  if (!(TARGETS as readonly string[]).includes(target)) {
    throw new Error(
      `no executable is made for \`${target}\`: one of ${TARGETS.join(", ")}`,
    );
  }
  return [target];
}

async function emptied(folder: string): Promise<string> {
  await Deno.remove(folder, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await Deno.mkdir(folder, { recursive: true });
  return folder;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(USAGE.trimEnd());
    return;
  }
  refuseUnknown(args);
  const targets = chosenTargets(args);
  const dist = await emptied(repositoryPath("dist"));
  const files = await makeBundle(dist);
  await Deno.writeTextFile(`${dist}/mod.d.ts`, await libraryTypes());
  if (args.includes("--plan")) {
    console.log(JSON.stringify({
      entry: `dist/${BUNDLE.cli}`,
      flags: [...PERMISSION_FLAGS, ...V8_FLAGS, ...OLDER_RUNTIME_FLAGS],
      include: files.filter((file) => file !== BUNDLE.cli)
        .map((file) => `dist/${file}`),
    }));
    return;
  }
  for (const target of targets) {
    const output = `dist/bin/${executableName(target)}`;
    await compile(dist, files, target, repositoryPath(output));
    console.log(output);
  }
}

if (import.meta.main) {
  try {
    await main(Deno.args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}
