/**
 * Makes the bundle and the executables.
 *
 * ```sh
 * deno task compile                     # bundle, then an executable for this machine
 * deno task compile --all               # ... for every target
 * deno task compile --target NAME       # ... for one target
 * deno run -A scripts/compile.ts --plan # the bundle only; prints what would be compiled
 * ```
 *
 * The program is bundled before it is compiled: one file for what every start
 * needs, and one for each part that is loaded when asked for. Inside an
 * executable that starts faster than the many files of the source, and it
 * leaves out all of a package that is not used.
 *
 * @module
 */
import { VERSION } from "../lib/version.ts";
import { withLazyImports, withLiteralImports } from "./lazy_imports.ts";
import { listFiles } from "./list_files.ts";

/** The platforms an executable is made for, by Deno's names. */
export const TARGETS = [
  "x86_64-unknown-linux-gnu",
  "aarch64-unknown-linux-gnu",
  "x86_64-apple-darwin",
  "aarch64-apple-darwin",
  "x86_64-pc-windows-msvc",
] as const;

/** The Deno that bundles and compiles; its compile runtime ends up in the executable. */
export const DENO_VERSION = "2.9.6";

/** Environment variables the program may read; nothing else of the environment is visible to it. */
const READABLE_VARIABLES = [
  "INSOMNIA_*",
  "HOME",
  "USERPROFILE",
  "XDG_CONFIG_HOME",
  "NO_COLOR",
  "CLICOLOR_FORCE",
];

/**
 * What an executable may do, baked in. Reading and writing are given up, with
 * the rest, before the first instruction of a profile runs. There is no
 * network, no subprocess, no native library, no system information.
 */
export const PERMISSION_FLAGS = [
  "--no-prompt",
  "--allow-read",
  "--allow-write",
  `--allow-env=${READABLE_VARIABLES.join(",")}`,
];

const root = new URL("../", import.meta.url);
const dist = new URL("dist/", root);

async function run(
  command: string,
  args: readonly string[],
  cwd: string | URL = root,
): Promise<void> {
  const { code, stderr, stdout } = await new Deno.Command(command, {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  if (code !== 0) {
    const text = new TextDecoder();
    throw new Error(
      `${command} ${args.join(" ")} failed:\n` +
        text.decode(stdout) + text.decode(stderr),
    );
  }
}

/** The pinned Deno: this one, or the one on the search path. */
function deno(): string {
  return Deno.version.deno === DENO_VERSION ? Deno.execPath() : "deno";
}

/**
 * A copy of the source for the bundler, which has to see every import. In the
 * source, what is loaded when needed is kept out of its sight: see
 * `lazy_imports.ts`.
 */
async function stage(): Promise<string> {
  const staged = await Deno.makeTempDir();
  const files = await listFiles(root.pathname, [
    "cli.ts",
    "mod.ts",
    "lib",
    "resources",
  ]);
  for (const file of files) {
    const target = `${staged}/${file}`;
    await Deno.mkdir(target.slice(0, target.lastIndexOf("/")), {
      recursive: true,
    });
    const source = new URL(file, root);
    if (!file.endsWith(".ts")) await Deno.copyFile(source, target);
    else {
      await Deno.writeTextFile(
        target,
        withLiteralImports(await Deno.readTextFile(source)),
      );
    }
  }
  await Deno.copyFile(new URL("deno.lock", root), `${staged}/deno.lock`);
  await Deno.writeTextFile(
    `${staged}/deno.json`,
    `{ "lock": { "frozen": true } }`,
  );
  return staged;
}

async function bundle(): Promise<void> {
  await Deno.remove(dist, { recursive: true }).catch(() => {});
  await Deno.mkdir(dist);
  const staged = await stage();
  const make = (...args: string[]) =>
    run(deno(), ["bundle", "--quiet", "--minify", ...args], staged);
  await make("--code-splitting", "--outdir", dist.pathname, "cli.ts");
  // A worker starts from a file of its own, and cannot share those of the rest.
  await make(
    "--output",
    `${dist.pathname}worker.js`,
    "lib/lua/evaluation_worker.ts",
  );
  // The library as one file, for those who import it by URL and want to pin it whole.
  await make("--output", `${dist.pathname}mod.js`, "mod.ts");
  await Deno.remove(staged, { recursive: true });
  for (const file of bundleFiles()) {
    // This one tells Deno of the parts that are loaded late.
    if (file.startsWith("dist/late_parts")) continue;
    const path = new URL(file, root);
    await Deno.writeTextFile(
      path,
      withLazyImports(await Deno.readTextFile(path)),
    );
  }
}

/** Files of the bundle that go into an executable: everything but the library. */
function bundleFiles(): string[] {
  return [...Deno.readDirSync(dist)]
    .filter(({ isFile, name }) => isFile && name !== "mod.js")
    .map(({ name }) => `dist/${name}`)
    .sort();
}

async function compile(target: string): Promise<string> {
  const windows = target.includes("windows");
  const output = `dist/bin/insomnia-profile-${VERSION}-${target}`;
  const entry = "dist/cli.js";
  const includes = bundleFiles()
    .filter((file) => file !== entry)
    .flatMap((file) => ["--include", file]);
  await run(deno(), [
    "compile",
    "--quiet",
    "--no-config",
    "--no-lock",
    "--no-check",
    // The cache would be a file of a predictable name in a folder that others can write to.
    "--no-code-cache",
    "--unstable-worker-options",
    ...PERMISSION_FLAGS,
    ...includes,
    "--target",
    target,
    "--output",
    output,
    entry,
  ]);
  return windows ? `${output}.exe` : output;
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

if (import.meta.main) {
  await bundle();
  if (Deno.args.includes("--plan")) {
    console.log(JSON.stringify({
      entry: "dist/cli.js",
      flags: PERMISSION_FLAGS,
      include: ["dist/worker.js"],
    }));
  } else {
    for (const target of chosenTargets(Deno.args)) {
      console.log(await compile(target));
    }
  }
}
