/**
 * Changes the code in hundreds of small ways, one at a time, and tells which
 * changes no test notices. Not a part of the gate: it takes minutes.
 *
 * ```sh
 * deno task mutate                        # some of every file
 * deno task mutate lib/registry --per-file 1000
 * ```
 *
 * What survives and changes nothing that could be noticed stands in
 * `mutate/accepted.ts`, each with its reason.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { listFiles } from "./list_files.ts";
import { ACCEPTED } from "./mutate/accepted.ts";
import type { Mutant } from "./mutate/find_mutants.ts";
import { makeCopy } from "./mutate/make_copy.ts";
import type { Baseline, Message, Task } from "./mutate/messages.ts";
import { repositoryPath } from "./repository_path.ts";

/** What is mutated when nobody says: where a mistake would be everybody's. */
const FOLDERS = [
  "lib/manifest",
  "lib/profile",
  "lib/registry",
  "lib/source",
  "lib/trust",
];

/** Tests that can run many times in one process, without the slowest of the command line. */
const TEST_FOLDERS = [
  "tests/api",
  "tests/base",
  "tests/cases",
  "tests/catalog",
  "tests/cli/resolve_test.ts",
  "tests/cli/check_test.ts",
  "tests/cli/list_test.ts",
  "tests/cli/workspace_as_test.ts",
  "tests/cli/short_flags_test.ts",
  "tests/document",
  "tests/host_modules",
  "tests/locate",
  "tests/manifest",
  "tests/profile",
  "tests/registry",
  "tests/schema",
  "tests/selector",
  "tests/source",
  "tests/trust",
];

/** A mutant of which nothing is heard for so long runs for ever. */
const SILENCE_MS = 60_000;

/** The share of tests that may be left out before the figures mean little. */
const MOST_LEFT_OUT = 0.1;

/** What became of a mutant. */
interface Outcome {
  readonly mutant: Mutant;
  readonly killedBy?: string;
  /** How many tests reach it. */
  readonly tests: number;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    allowPositionals: true,
    options: {
      "per-file": { type: "string", default: "7" },
      /** Says which tests are left out, and what is left after the first round. */
      "verbose": { type: "boolean" },
    },
  });
  const root = repositoryPath("").replace(/[\\/]$/, "");
  const files = (await listFiles(
    root,
    positionals.length > 0 ? positionals : FOLDERS,
  )).filter((file) => /^lib\/.*(?<!\.generated)\.ts$/.test(file));
  const testFiles = (await listFiles(root, TEST_FOLDERS))
    .filter((file) => file.endsWith("_test.ts"));
  const folder = await Deno.makeTempDir({ prefix: "mutants" });
  try {
    const mutants = await makeCopy(folder, files, Number(values["per-file"]));
    console.log(`${mutants.length} mutants in ${filesOf(mutants)} files`);
    return report(await runAll(folder, mutants, testFiles));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const filesOf = (mutants: readonly Mutant[]) =>
  new Set(mutants.map(({ file }) => file)).size;

/** All in one process as long as it lasts; what survives again, each in its own. */
async function runAll(
  folder: string,
  mutants: readonly Mutant[],
  testFiles: readonly string[],
): Promise<readonly Outcome[]> {
  const outcomes = new Map<number, Outcome>();
  const retried = new Set<number>();
  let baseline: Baseline | undefined;
  let waiting = mutants;
  while (waiting.length > 0) {
    let last: number | undefined;
    let isEnded = false;
    const task: Task = {
      mode: "many",
      mutants: waiting,
      testFiles,
      ...baseline && { baseline },
    };
    for await (const message of run(folder, task)) {
      if ("baseline" in message) {
        baseline = message.baseline;
        console.log(
          `${baseline.tests.length} tests, ${message.leftOut.length} left out: slow, or not for one process`,
        );
        if (Deno.args.includes("--verbose")) {
          console.log(message.leftOut.join("\n"));
        }
        if (message.leftOut.length > MOST_LEFT_OUT * baseline.tests.length) {
          throw new Error("too many tests fail without a mutant: --verbose");
        }
      } else if ("starts" in message) {
        last = message.starts;
        isEnded = false;
      } else if ("ends" in message) {
        isEnded = true;
        note(outcomes, mutants, message.ends, message.killedBy, message.tests);
        if (outcomes.size % 50 === 0) {
          console.log(`${outcomes.size} mutants have met their tests`);
        }
      } else if ("spoiled" in message) {
        isEnded = true;
        // Killed by what a mutant before it left behind? Once more, at first.
        if (retried.has(message.spoiled)) {
          note(outcomes, mutants, message.spoiled, message.killedBy, 1);
        } else retried.add(message.spoiled);
      }
    }
    if (!baseline) throw new Error("the tests could not be run");
    if (last !== undefined && !isEnded) {
      note(outcomes, mutants, last, "it ran for ever", 0);
    }
    waiting = waiting.filter(({ id }) => !outcomes.has(id));
    if (last === undefined && waiting.length > 0) {
      throw new Error("the runner ended before its first mutant");
    }
  }
  const left = [...outcomes.values()].filter(({ killedBy }) => !killedBy);
  console.log(`${left.length} left: each in a process of its own`);
  if (Deno.args.includes("--verbose")) {
    for (const { mutant, tests } of left) console.log(shown(mutant, tests));
  }
  for (const { mutant } of left) {
    let isEnded = false;
    const task: Task = {
      mode: "one",
      mutants: [mutant],
      testFiles: filesFor(mutant, baseline!, testFiles),
      baseline: baseline!,
    };
    for await (const message of run(folder, task)) {
      if (!("ends" in message)) continue;
      isEnded = true;
      note(outcomes, mutants, mutant.id, message.killedBy, message.tests);
    }
    if (!isEnded) note(outcomes, mutants, mutant.id, "it ran for ever", 0);
  }
  return [...outcomes.values()].sort((a, b) => a.mutant.id - b.mutant.id);
}

/**
 * The files of the tests that reach a mutant. Where it is reached as modules are
 * loaded, every test does: those nearest to it, and the golden cases, must do.
 */
function filesFor(
  { id, file }: Mutant,
  { atLoading, tests }: Baseline,
  testFiles: readonly string[],
): readonly string[] {
  const near = file.replace(/^lib\/([^/]+).*$/, "tests/$1/");
  return testFiles.filter((testFile) =>
    atLoading.includes(id)
      ? testFile.startsWith(near) || testFile.startsWith("tests/cases/")
      : tests.some((test) =>
        test.file === testFile && test.reaches.includes(id)
      )
  );
}

function note(
  outcomes: Map<number, Outcome>,
  mutants: readonly Mutant[],
  id: number,
  killedBy: string | undefined,
  tests: number,
): void {
  const mutant = mutants.find((mutant) => mutant.id === id)!;
  outcomes.set(id, {
    mutant,
    tests,
    ...killedBy !== undefined && { killedBy },
  });
}

/** What a runner says, until it ends, or is ended because it says nothing. */
async function* run(folder: string, task: Task): AsyncGenerator<Message> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--quiet",
      "--unstable-worker-options",
      `--config=${folder}/deno.json`,
      `${folder}/scripts/mutate/run_tests.ts`,
    ],
    cwd: folder,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(task)));
  await writer.close();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  while (true) {
    const timer = setTimeout(() => child.kill("SIGKILL"), SILENCE_MS);
    const { value, done } = await lines.read();
    clearTimeout(timer);
    if (done) break;
    const parts = (rest + value).split("\n");
    rest = parts.pop()!;
    for (const part of parts) yield JSON.parse(part);
  }
  await child.status;
}

function shown({ file, line, before, after }: Mutant, tests: number): string {
  return `${file}:${line} (${tests} tests)\n  ${before}\n  -> ${
    after || "(dropped)"
  }`;
}

function report(outcomes: readonly Outcome[]): number {
  const survivors = outcomes.filter(({ killedBy }) => killedBy === undefined);
  const isAccepted = ({ mutant }: Outcome) =>
    ACCEPTED.some(({ file, before, after }) =>
      file === mutant.file && before === mutant.before && after === mutant.after
    );
  const unexplained = survivors.filter((outcome) => !isAccepted(outcome));
  for (const { mutant, tests } of unexplained) {
    console.log(`survives: ${shown(mutant, tests)}`);
  }
  const killed = outcomes.length - survivors.length;
  const share = Math.floor(1000 * killed / outcomes.length) / 10;
  console.log(
    `${outcomes.length} mutants in ${
      filesOf(outcomes.map(({ mutant }) => mutant))
    } files: ${killed} killed (${share} %), ${
      survivors.length - unexplained.length
    } survivors explained, ${unexplained.length} not`,
  );
  return unexplained.length === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main());
