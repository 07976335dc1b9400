import type { Mutant } from "./find_mutants.ts";
import type { Baseline } from "./messages.ts";
import type { Outcome, Progress } from "./progress.ts";
import { startRunner } from "./start_runner.ts";

/** The share of tests that may be left out before the figures mean little. */
const MOST_LEFT_OUT = 0.1;

/** How often it is told how far it is. */
const TOLD_EVERY = 50;

/** Runners in which no mutant was met: the machine may be out of memory for a while. */
const MOST_FAILURES = 3;

/** The mutants, where they are, and what they meet. */
export interface Meeting {
  readonly folder: string;
  readonly mutants: readonly Mutant[];
  readonly testFiles: readonly string[];
  readonly progress: Progress;
  readonly verbose: boolean;
}

/**
 * Lets each mutant meet the tests that reach it: all in one process as long as
 * it lasts, and what that does not kill once more, each in a process of its own.
 */
export async function meetTests(meeting: Meeting): Promise<void> {
  const { mutants, progress } = meeting;
  if (mutants.every((mutant) => isDecided(progress.of(mutant)))) return;
  const baseline = await meetTogether(meeting);
  const left = mutants.filter((mutant) => !isDecided(progress.of(mutant)));
  console.log(`${left.length} left: each in a process of its own`);
  for (const [index, mutant] of left.entries()) {
    await meetAlone(meeting, baseline, mutant);
    if ((index + 1) % TOLD_EVERY === 0) console.log(`${index + 1} of them met`);
  }
}

const isDecided = (outcome: Outcome | undefined) =>
  outcome !== undefined && (outcome.killedBy !== undefined || outcome.alone);

async function meetTogether(
  { folder, mutants, testFiles, progress, verbose }: Meeting,
): Promise<Baseline> {
  const unsettled = new Set<number>();
  const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  const note = (id: number, outcome: Omit<Outcome, "key" | "alone">) =>
    progress.note({ key: byId.get(id)!.key, alone: false, ...outcome });
  let baseline: Baseline | undefined;
  let met = 0;
  let failures = 0;
  while (true) {
    const waiting = mutants.filter((mutant) =>
      progress.of(mutant) === undefined
    );
    if (baseline && waiting.length === 0) return baseline;
    let started: number | undefined;
    let isBegun = false;
    for await (
      const message of startRunner(folder, {
        mode: "many",
        mutants: waiting,
        testFiles,
        ...baseline && { baseline },
      })
    ) {
      if ("baseline" in message) {
        baseline = message.baseline;
        sayBaseline(baseline, message.leftOut, verbose);
      } else if ("starts" in message) {
        started = message.starts;
        isBegun = true;
      } else if ("ends" in message) {
        started = undefined;
        const { ends, killedBy, tests } = message;
        await note(ends, { tests, ...killedBy !== undefined && { killedBy } });
        if (++met % TOLD_EVERY === 0) {
          console.log(`${met} have met their tests`);
        }
      } else if ("spoiled" in message) {
        started = undefined;
        // By what a mutant before it left behind? Once more, as the first.
        const { spoiled: id, killedBy } = message;
        if (unsettled.has(id)) await note(id, { tests: 1, killedBy });
        else unsettled.add(id);
      }
    }
    if (!isBegun && waiting.length > 0 && ++failures > MOST_FAILURES) {
      throw new Error("the tests could not be run");
    }
    // The process ended with it, or by what one before it left: alone, it tells.
    if (started !== undefined) await note(started, { tests: 0 });
  }
}

function sayBaseline(
  { tests }: Baseline,
  leftOut: readonly string[],
  verbose: boolean,
): void {
  console.log(
    `${tests.length} tests, ${leftOut.length} left out: slow, or not for one process`,
  );
  if (verbose) console.log(leftOut.join("\n"));
  if (leftOut.length > MOST_LEFT_OUT * tests.length) {
    throw new Error("too many tests fail without a mutant: --verbose");
  }
}

async function meetAlone(
  { folder, testFiles, progress, verbose }: Meeting,
  baseline: Baseline,
  mutant: Mutant,
): Promise<void> {
  let outcome: Omit<Outcome, "key" | "alone"> = {
    killedBy: "it ends the process, or runs for ever",
    tests: 0,
  };
  for await (
    const message of startRunner(folder, {
      mode: "one",
      mutants: [mutant],
      testFiles: filesFor(mutant, baseline, testFiles),
      baseline,
    })
  ) {
    if (!("ends" in message)) continue;
    const { killedBy, tests } = message;
    outcome = { tests, ...killedBy !== undefined && { killedBy } };
  }
  if (verbose && outcome.killedBy === undefined) {
    console.log(`survives: ${mutant.file}:${mutant.line}`);
  }
  await progress.note({ key: mutant.key, alone: true, ...outcome });
}

/**
 * The files of the tests that reach a mutant, and those nearest to it: what is
 * made once is reached by the first test alone, and used by others. Where it is
 * reached as modules are loaded, every test does: the golden cases must do.
 */
function filesFor(
  { id, file }: Mutant,
  { atLoading, tests }: Baseline,
  testFiles: readonly string[],
): readonly string[] {
  const near = file.replace(/^lib\/([^/]+).*$/, "tests/$1/");
  return testFiles.filter((testFile) =>
    testFile.startsWith(near) ||
    (atLoading.includes(id)
      ? testFile.startsWith("tests/cases/")
      : tests.some((test) =>
        test.file === testFile && test.reaches.includes(id)
      ))
  );
}
