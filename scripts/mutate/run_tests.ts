/**
 * Runs tests against mutants, in a copy of the repository where they are written
 * into the code: each mutant meets the tests that reach it, the nearest first,
 * until one fails. Started by `mutate.ts`.
 *
 * @module
 */
import type { Baseline, BaselineTest, Message, Task } from "./messages.ts";

interface Test {
  readonly name: string;
  readonly file: string;
  readonly run: () => Promise<unknown>;
}

/** A test that takes longer would be run hundreds of times. */
const SLOWEST_TEST_MS = 6000;

/** What a test that waits for something else is given. */
const MOST_TEST_MS = 10_000;

let active: number | undefined;
let reached: Set<number> | undefined;
const shared = globalThis as unknown as Record<string, unknown>;
shared.__isMutant = (id: number) => {
  reached?.add(id);
  return id === active;
};

const say = (message: Message) => {
  Deno.stdout.writeSync(
    new TextEncoder().encode(`${JSON.stringify(message)}\n`),
  );
};

const tests: Test[] = [];
let loading = "";

/** All the forms that `Deno.test` takes: a name, options and a function, in this order. */
function takeTest(...given: unknown[]): void {
  const options: { name?: string; fn?: Test["run"]; ignore?: boolean } = Object
    .assign({}, ...given.filter((part) => typeof part === "object"));
  const fn = (given.find((part) => typeof part === "function") ??
    options.fn) as ((context: unknown) => unknown) | undefined;
  const name = String(
    given.find((part) => typeof part === "string") ?? options.name ?? "",
  );
  if (options.ignore || !fn) return;
  tests.push({
    name,
    file: loading,
    run: async () => await fn({ step: takeStep }),
  });
}

async function takeStep(...given: unknown[]): Promise<boolean> {
  const fn = given.find((part) => typeof part === "function") as
    | (() => unknown)
    | undefined;
  await fn?.();
  return true;
}

Object.defineProperty(Deno, "test", { value: takeTest });
for (const name of ["log", "error", "warn", "info", "debug"]) {
  (console as unknown as Record<string, unknown>)[name] = () => {};
}

/** What nobody waits for and fails is the test's failure too, as in Deno's own runner. */
let rejected = false;
globalThis.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  rejected = true;
});

async function passes(test: Test): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), MOST_TEST_MS);
  });
  rejected = false;
  try {
    await Promise.race([test.run(), late]);
    return !rejected;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function readTask(): Promise<Task> {
  return JSON.parse(await new Response(Deno.stdin.readable).text());
}

async function loadTests(files: readonly string[]): Promise<void> {
  for (const file of files) {
    loading = file;
    try {
      await import(`${Deno.cwd()}/${file}`);
    } catch {
      // With a mutant on, a module may fail to load: all its tests are missing.
    }
    say({ isAlive: true });
  }
}

async function measure(): Promise<{
  baseline: Baseline;
  leftOut: readonly string[];
}> {
  const found: BaselineTest[] = [];
  const leftOut: string[] = [];
  for (const test of tests) {
    reached = new Set();
    const start = performance.now();
    const isGood = await passes(test);
    const ms = performance.now() - start;
    if (isGood && ms <= SLOWEST_TEST_MS) {
      const { name, file } = test;
      found.push({ name, file, ms, reaches: [...reached] });
    } else {
      leftOut.push(
        `${
          isGood ? `${Math.round(ms)} ms` : "fails"
        }: ${test.file}: ${test.name}`,
      );
    }
    say({ isAlive: true });
  }
  reached = undefined;
  return {
    baseline: { tests: found, atLoading: [] },
    leftOut,
  };
}

/** The folder of `lib/` or `tests/` that a file is in. */
const folderOf = (file: string) => /^(?:lib|tests)\/([^/]+)/.exec(file)?.[1];

const task = await readTask();
if (task.mode === "one") active = task.mutants[0]!.id;
reached = new Set();
await loadTests(task.testFiles);
const atLoading = [...reached];
reached = undefined;

let baseline = task.baseline;
if (!baseline) {
  const measured = await measure();
  baseline = { ...measured.baseline, atLoading };
  say({ baseline, leftOut: measured.leftOut });
}
const keyOf = ({ name, file }: { name: string; file: string }) =>
  `${file}\0${name}`;
const byKey = new Map(tests.map((test) => [keyOf(test), test]));
let lastWord = performance.now();

for (const mutant of task.mutants) {
  say({ starts: mutant.id });
  const reaching = baseline.tests
    .filter(({ reaches, file }) =>
      task.mode === "one"
        ? task.testFiles.includes(file)
        : reaches.includes(mutant.id)
    )
    .map((test) => ({
      ...test,
      distance: folderOf(test.file) === folderOf(mutant.file) ? 0 : 1,
    }))
    .sort((a, b) => a.distance - b.distance || a.ms - b.ms);
  let killedBy: string | undefined;
  let isSpoiled = false;
  active = mutant.id;
  for (const known of reaching) {
    const test = byKey.get(keyOf(known));
    if (test && await passes(test)) {
      if (performance.now() - lastWord > 1000) {
        say({ isAlive: true });
        lastWord = performance.now();
      }
      continue;
    }
    killedBy = `${known.file}: ${known.name}`;
    active = undefined;
    isSpoiled = task.mode === "many" &&
      (test === undefined || !await passes(test));
    break;
  }
  active = undefined;
  if (isSpoiled) {
    say({ spoiled: mutant.id, killedBy: killedBy! });
    break;
  }
  say({
    ends: mutant.id,
    ...killedBy !== undefined && { killedBy },
    tests: reaching.length,
  });
}
Deno.exit(0);
