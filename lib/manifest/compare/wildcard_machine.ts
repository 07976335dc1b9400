/** Work that may still be done, shared by all who do it; below 0 it is spent. */
export interface WorkBudget {
  left: number;
}

/**
 * A wildcard pattern as a machine that reads a text byte by byte, as the
 * runtime matches it: `*` is any number of bytes, `?` is one byte, anything
 * else is itself. Its states are numbers, made when they are first reached.
 */
export class WildcardMachine {
  readonly #pattern: readonly number[];
  readonly #budget: WorkBudget;
  /** The positions in the pattern that each state stands for. */
  readonly #positions: (readonly number[])[] = [];
  readonly #states = new Map<string, number>();
  readonly #next: Int32Array[] = [];

  /** @param budget pays for every position of the pattern that is looked at */
  constructor(pattern: readonly number[], budget: WorkBudget = { left: 0 }) {
    this.#pattern = pattern;
    this.#budget = budget;
    this.start = this.#state([0]);
  }

  /** Before the first byte. */
  readonly start: number;

  /** The state after one more byte. */
  next(state: number, byte: number): number {
    const known = this.#next[state]![byte]!;
    return known === UNKNOWN ? this.#step(state, byte) : known;
  }

  /** Whether the text may end here. */
  accepts(state: number): boolean {
    return this.#positions[state]!.includes(this.#pattern.length);
  }

  #step(state: number, byte: number): number {
    const reached: number[] = [];
    // A new state has a table of its own, too.
    this.#budget.left -= 256 + this.#positions[state]!.length;
    for (const position of this.#positions[state]!) {
      const wanted = this.#pattern[position];
      if (wanted === STAR) reached.push(position);
      else if (wanted === QUESTION_MARK || wanted === byte) {
        reached.push(position + 1);
      }
    }
    const next = this.#state(reached);
    this.#next[state]![byte] = next;
    return next;
  }

  #state(reached: readonly number[]): number {
    const positions = this.#settled(reached);
    const key = positions.join();
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state = this.#positions.length;
    this.#states.set(key, state);
    this.#positions.push(positions);
    this.#next.push(new Int32Array(256).fill(UNKNOWN));
    return state;
  }

  /** With what can be reached without a byte, and without what adds nothing. */
  #settled(reached: readonly number[]): readonly number[] {
    const all = new Set<number>();
    for (let position of reached) {
      all.add(position);
      while (this.#pattern[position] === STAR) all.add(++position);
    }
    const sorted = [...all].sort((a, b) => a - b);
    // Whatever could still match from before a `*` can match from there, too.
    const lastStar = sorted.findLast((at) => this.#pattern[at] === STAR) ?? 0;
    return sorted.filter((position) => position >= lastStar);
  }
}

const UNKNOWN = -1;
const STAR = 0x2a;
const QUESTION_MARK = 0x3f;

/** Whether a byte of a pattern stands for itself. */
export function isLiteral(byte: number): boolean {
  return byte !== STAR && byte !== QUESTION_MARK;
}
