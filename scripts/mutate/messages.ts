import type { Mutant } from "./find_mutants.ts";

/** What the runner is told, as the one line of its standard input. */
export interface Task {
  readonly mutants: readonly Mutant[];
  /** Files of tests, relative to the copy. */
  readonly testFiles: readonly string[];
  /** From the first run: which test reaches which mutant. */
  readonly baseline?: Baseline;
  /**
   * `many`: mutants are switched on one after another in this process. `one`:
   * the only mutant is on from the beginning, when modules are loaded.
   */
  readonly mode: "many" | "one";
}

/** The tests as they are without a mutant. */
export interface Baseline {
  readonly tests: readonly BaselineTest[];
  /** Mutants reached while modules are loaded. */
  readonly atLoading: readonly number[];
}

/** A test that passes and is quick enough. */
export interface BaselineTest {
  readonly name: string;
  readonly file: string;
  readonly ms: number;
  /** Mutants that it reaches. */
  readonly reaches: readonly number[];
}

/** What the runner says, a line of JSON each. */
export type Message =
  | { readonly baseline: Baseline; readonly leftOut: readonly string[] }
  | { readonly starts: number }
  | { readonly isAlive: true }
  | {
    readonly ends: number;
    readonly killedBy?: string;
    readonly tests: number;
  }
  /** A mutant left this process in a state that cannot be trusted. */
  | { readonly spoiled: number; readonly killedBy: string };
