/** How often a run that is not watched on a terminal says how many tests it is. */
const TOLD_EVERY_TESTS = 500;

/** One result of a test: passed, ignored, failed, as the dot reporter has it. */
const RESULTS = /^[.,!]+$/gm;

/** A package that Deno fetches before it begins. */
const DOWNLOAD = /^Download /gm;

/**
 * What a check is at, in a few words; empty where there is nothing to tell but
 * that it runs.
 *
 * @param output what it wrote up to now, without colours
 */
export function progressOf(output: string): string {
  const tests = countResults(output);
  if (tests > 0) return `${tests} tests`;
  const packages = [...output.matchAll(DOWNLOAD)].length;
  return packages > 0 ? `${packages} packages fetched` : "";
}

/** How many results of tests there are. */
function countResults(output: string): number {
  return [...output.matchAll(RESULTS)]
    .reduce((sum, [dots]) => sum + dots.length, 0);
}

/** Where the progress of a check is told. */
export interface ProgressOutput {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
}

/**
 * Tells that a check is alive: on a terminal in one line that is drawn over,
 * with its seconds; elsewhere, as in the log of a CI, now and then in a line.
 */
export class GateProgress {
  readonly #out: ProgressOutput;
  readonly #name: string;
  #told = 0;

  /** Says that the check begins. */
  constructor(name: string, out: ProgressOutput) {
    this.#name = name;
    this.#out = out;
    this.show("", 0);
  }

  /** Something was written, or a second went by. */
  show(output: string, seconds: number): void {
    const says = progressOf(output);
    if (this.#out.isTerminal) {
      const parts = [says, seconds >= 1 ? `${Math.floor(seconds)} s` : ""];
      const text = parts.filter((part) => part !== "").join(", ");
      this.#out.write(`\r\x1b[K...  ${this.#name.padEnd(20)} ${text}`);
      return;
    }
    const tests = countResults(output);
    if (tests < this.#told + TOLD_EVERY_TESTS) return;
    this.#told = tests - tests % TOLD_EVERY_TESTS;
    this.#out.write(`...  ${this.#name}: ${says}\n`);
  }

  /** The line is free for what is said next. */
  end(): void {
    if (this.#out.isTerminal) this.#out.write("\r\x1b[K");
  }
}
