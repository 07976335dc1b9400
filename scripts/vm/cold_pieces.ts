import type { List } from "./code_tree.ts";
import { OP } from "./instructions.ts";
import { heightsIn, type Signatures } from "./stack_heights.ts";

/** A label that is open somewhere. */
export interface Label {
  /** Whether a branch to it goes back. */
  readonly isLoop: boolean;
  /** How many values what it belongs to leaves. */
  readonly values: number;
}

/** The rest of a list, from one of its items on. */
export interface Piece {
  readonly list: List;
  readonly first: number;
  /** The labels open in the list, innermost first; the function's is the last. */
  readonly labels: readonly Label[];
}

/**
 * Finds the code of a function that is not come to: in each list that was
 * entered what stands behind the place where each run left it. Nothing else can
 * be left out, since only the beginning of a list can be branched to.
 */
export function* coldPieces(
  code: Uint8Array,
  list: List,
  labels: readonly Label[],
  signatures: Signatures,
  countReached: (list: List) => number,
): Generator<Piece> {
  const reached = countReached(list);
  for (const { op, start, lists } of list.items.slice(0, reached)) {
    const label: Label = {
      isLoop: op === OP.loop,
      values: code[start + 1] === OP.noResult ? 0 : 1,
    };
    for (const inner of lists) {
      yield* coldPieces(
        code,
        inner,
        [label, ...labels],
        signatures,
        countReached,
      );
    }
  }
  // With nothing on the stack that the piece would have to be handed.
  const first = heightsIn(code, list, signatures)
    .findIndex((height, at) => at >= reached && height === 0);
  if (first >= 0) yield { list, first, labels };
}
