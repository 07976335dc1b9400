/**
 * The whole gate, `deno task ok` (and `deno task test`): every check that a
 * change must pass, all of them even when one fails, and a closing line that
 * counts checks and tests.
 *
 * @module
 */
import { countTests } from "./count_tests.ts";
import { GateProgress } from "./gate_progress.ts";
import { listFiles } from "./list_files.ts";
import { repositoryPath } from "./repository_path.ts";

/** One check: a Deno command that exits 0 when all is well. */
interface Check {
  readonly name: string;
  readonly args: readonly string[];
  /** What to do when it fails; most say it themselves. */
  readonly mend?: string;
}

/** Deno would fetch all of a lock file for whoever only starts the program, so it is named here. */
const LOCKED = ["--lock=deno.lock", "--frozen"];

const script = (file: string, ...args: string[]) => [
  "run",
  "-A",
  "--no-prompt",
  ...LOCKED,
  `scripts/${file}`,
  ...args,
];

const CODE = ["mod.ts", "lib", "scripts", "tests"];

/** By name: `deno check` takes no document of a folder. */
const DOCUMENTS = [
  "README.md",
  ...(await listFiles(repositoryPath(""), ["docs"]))
    .filter((file) => file.endsWith(".md")),
];

/** Made once: the tests of the command line start it in place of the source. */
const BUNDLE = await Deno.makeTempDir();
const MAKES_BUNDLE: Check = {
  name: "bundle",
  args: script("bundle.ts", BUNDLE),
};

/** In the order in which a failure is cheapest to learn of. */
const CHECKS: readonly Check[] = [
  { name: "format", args: ["fmt", "--check"], mend: "deno fmt" },
  { name: "lint", args: ["lint"] },
  // With the examples in comments and documents: the tests check none again.
  {
    name: "types",
    args: ["check", "--doc", ...LOCKED, "cli.ts", ...CODE, ...DOCUMENTS],
  },
  { name: "layers", args: script("check_layers.ts") },
  { name: "repository", args: script("check_repository.ts") },
  {
    name: "Lua fields",
    args: script("generate_lua_fields.ts", "--check"),
    mend: "deno task generate",
  },
  {
    name: "forms of credentials",
    args: script("generate_credentials.ts", "--check"),
    mend: "deno task generate",
  },
  {
    name: "builtins",
    args: script("build_builtins.ts", "--check"),
    mend: "deno task generate",
  },
  {
    name: "prebuilt manifests",
    args: script("build_prebuilt.ts", "--check"),
    mend: "deno task generate",
  },
  {
    name: "resource digests",
    args: script("generate_digests.ts", "--check"),
    mend: "deno task generate",
  },
  {
    name: "documentation",
    args: script("generate_docs.ts", "--check"),
    mend: "deno task docs",
  },
  { name: "doc comments", args: ["doc", "--lint", "mod.ts"] },
  {
    name: "package",
    args: [
      "publish",
      "--dry-run",
      "--allow-dirty",
      "--no-provenance",
      "--no-check",
    ],
  },
  MAKES_BUNDLE,
];

const TESTS: Check = {
  name: "tests",
  args: [
    "test",
    "--allow-all",
    ...LOCKED,
    "--no-check",
    "--parallel",
    "--doc",
    "--sanitize-ops",
    "--sanitize-resources",
    "--reporter=dot",
    ...CODE,
    ...DOCUMENTS,
  ],
};

/** Lines that only say that something went well, or is under way. */
const PROGRESS = /^(?:[.,]|Check .*)\n/gm;

const TICK_MS = 1000;

const OUT = {
  isTerminal: Deno.stdout.isTerminal(),
  write: (text: string) => {
    Deno.stdout.writeSync(new TextEncoder().encode(text));
  },
};

/** Runs a check, and tells meanwhile that it is alive. */
async function run(
  check: Check,
  env: Readonly<Record<string, string>>,
): Promise<
  { readonly success: boolean; readonly text: string; readonly seconds: number }
> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const child = new Deno.Command(Deno.execPath(), {
    args: [...check.args],
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const progress = new GateProgress(check.name, OUT);
  let [out, error] = ["", ""];
  const show = () => progress.show(out + error, seconds());
  const ticking = setInterval(show, TICK_MS);
  await Promise.all([
    eachPart(child.stdout, (part) => void (out += part)),
    eachPart(child.stderr, (part) => void (error += part)),
  ]);
  const { success } = await child.status;
  clearInterval(ticking);
  progress.end();
  return { success, text: out + error, seconds: seconds() };
}

async function eachPart(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  use: (part: string) => void,
): Promise<void> {
  for await (const part of stream.pipeThrough(new TextDecoderStream())) {
    use(part);
  }
}

async function runAll(): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  let failed = 0;
  let env = {};
  for (const check of [...CHECKS, TESTS]) {
    const { success, text, seconds } = await run(check, env);
    if (check === MAKES_BUNDLE && success) {
      env = { INSOMNIA_PROFILE_BUNDLE: BUNDLE };
    }
    console.log(
      `${success ? "ok  " : "FAIL"} ${check.name.padEnd(20)} ${
        seconds.toFixed(1)
      } s`,
    );
    if (!success) {
      console.log(text.replace(PROGRESS, "").trim());
      if (check.mend) console.log(`to mend it: ${check.mend}`);
    }
    const tests = check === TESTS ? countTests(text) : undefined;
    passed += tests?.passed ?? (success ? 1 : 0);
    failed += Math.max(tests?.failed ?? 0, success ? 0 : 1);
  }
  return { passed, failed };
}

const { passed, failed } = await runAll();
await Deno.remove(BUNDLE, { recursive: true });
if (!Deno.env.get("INSOMNIA_PROFILE_BIN") && !Deno.env.get("DENORT_BIN")) {
  console.log(
    'note: no executable was tested; see "A release" in CONTRIBUTING.md',
  );
}
console.log(`${passed} passed, ${failed} failed`);
Deno.exit(failed === 0 ? 0 : 1);
