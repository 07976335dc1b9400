import type { Message, Task } from "./messages.ts";

/** A runner of which nothing is heard for so long runs for ever. */
const SILENCE_MS = 60_000;

/** Before its first word it loads the program and the tests. */
const LOADING_MS = 10 * 60_000;

/** One mutant in a process of its own, its tests loaded and run. */
const MOST_FOR_ONE_MS = 10 * 60_000;

/** A change can make a list grow for ever: the runner ends before the machine does. */
const MOST_HEAP_MB = 2048;

/**
 * What a runner says, until it ends or has to be ended. Whatever becomes of it,
 * this ends quietly: what was not said tells the reader enough.
 *
 * @param folder the copy with the mutants
 */
export async function* startRunner(
  folder: string,
  task: Task,
): AsyncGenerator<Message> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--quiet",
      "--unstable-worker-options",
      `--v8-flags=--max-old-space-size=${MOST_HEAP_MB}`,
      `--config=${folder}/deno.json`,
      `${folder}/scripts/mutate/run_tests.ts`,
    ],
    cwd: folder,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const latest = task.mode === "one"
    ? performance.now() + MOST_FOR_ONE_MS
    : Infinity;
  try {
    await told(child, task);
    let rest = "";
    let silence = LOADING_MS;
    while (true) {
      const left = Math.min(silence, latest - performance.now());
      const value = await within(left, lines.read().then(({ value }) => value));
      if (value === undefined) return;
      silence = SILENCE_MS;
      const parts = (rest + value).split("\n");
      rest = parts.pop()!;
      for (const part of parts) yield JSON.parse(part);
    }
  } catch {
    // It died while it was told, or wrote half a line.
  } finally {
    end(child);
    // What it started itself may hold its output open: that is not waited for.
    await lines.cancel().catch(() => {});
    await child.status;
  }
}

async function told(child: Deno.ChildProcess, task: Task): Promise<void> {
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(task)));
  await writer.close();
}

async function within<Value>(
  ms: number,
  value: Promise<Value>,
): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** It may have ended by itself, which is no reason to end with it. */
function end(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch {
    // Gone already.
  }
}
