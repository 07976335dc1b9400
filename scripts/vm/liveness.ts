import { type List, operandOf } from "./code_tree.ts";
import { branchLabels, OP } from "./instructions.ts";

/** A set of locals: bit n is set for local n. */
export type Locals = bigint;

/** Which locals' values may still be read, at the places of one list. */
export interface Liveness {
  /** Before each item, and at the end. */
  readonly before: readonly Locals[];
  /** At each label that is open in the list, innermost first. */
  readonly labels: readonly Locals[];
}

/** Finds out for every list of a function which locals are still needed where. */
export function findLiveness(
  code: Uint8Array,
  root: List,
): ReadonlyMap<List, Liveness> {
  const found = new Map<List, Liveness>();

  const walk = (list: List, after: Locals, labels: readonly Locals[]) => {
    const before: Locals[] = [after];
    let live = after;
    for (const item of list.items.toReversed()) {
      const { op } = item;
      if (op === OP.localGet) live |= 1n << BigInt(operandOf(code, item));
      else if (op === OP.localSet || op === OP.localTee) {
        live &= ~(1n << BigInt(operandOf(code, item)));
      } else if (op === OP.return || op === OP.unreachable) live = 0n;
      else if (op === OP.br || op === OP.brIf || op === OP.brTable) {
        if (op !== OP.brIf) live = 0n;
        for (const { value } of branchLabels(code, item.start)) {
          live |= labels[value];
        }
      } else if (op === OP.loop) live = walkLoop(item.lists[0], live, labels);
      else if (item.lists.length > 0) {
        const next = live;
        if (op !== OP.if || item.lists.length === 2) live = 0n;
        for (const inner of item.lists) {
          live |= walk(inner, next, [next, ...labels]);
        }
      }
      before.push(live);
    }
    found.set(list, { before: before.reverse(), labels });
    return live;
  };

  const walkLoop = (list: List, after: Locals, labels: readonly Locals[]) => {
    let head = 0n;
    while (true) {
      const live = walk(list, after, [head, ...labels]);
      if (live === head) return live;
      head = live;
    }
  };

  walk(root, 0n, [0n]);
  return found;
}

/** The numbers of the locals in a set. */
export function numbersOf(locals: Locals): number[] {
  const numbers: number[] = [];
  for (let number = 0; locals >> BigInt(number) > 0n; number++) {
    if (locals >> BigInt(number) & 1n) numbers.push(number);
  }
  return numbers;
}
