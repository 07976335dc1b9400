import type { Piece } from "./cold_pieces.ts";
import { type Item, operandOf } from "./code_tree.ts";
import { functionBody } from "./function_bodies.ts";
import { type FunctionType, VALUE_TYPE } from "./function_types.ts";
import { branchLabels, LEAVES_FOR_GOOD, OP } from "./instructions.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import { type Liveness, type Locals, numbersOf } from "./liveness.ts";

/** A piece of code as a function of its own. */
export interface MovedPiece {
  readonly type: FunctionType;
  readonly body: readonly number[];
  /** The code in its place, given the function's index. */
  readonly call: (index: number) => readonly number[];
  /** Locals that are handed over, there and back. */
  readonly values: number;
}

/** What a piece does with locals, and by which ways it is left. */
interface Uses {
  used: Locals;
  written: Locals;
  /** Labels, counted from the innermost of those around the piece. */
  readonly exits: Set<number>;
}

const LOCAL_OPS: ReadonlySet<number> = new Set([
  OP.localGet,
  OP.localSet,
  OP.localTee,
]);

/**
 * Makes a function of a piece: the locals it reads are its parameters, those it
 * changes and that are still needed its results. Where it can be left by more
 * than one way, the first result is the number of the way.
 *
 * @param localTypes the types of the locals of the function around
 * @param results what that function gives
 * @returns undefined where a value on the stack goes out with a branch
 */
export function movePiece(
  code: Uint8Array,
  { list, first, labels }: Piece,
  { before, labels: liveAt }: Liveness,
  localTypes: readonly number[],
  results: readonly number[],
): MovedPiece | undefined {
  const items = list.items.slice(first);
  const own = labels.length - 1; // the label of the function around
  const uses: Uses = { used: 0n, written: 0n, exits: new Set() };
  scan(code, items, own, uses);
  const { used, written, exits } = uses;
  const falls = !LEAVES_FOR_GOOD.has(items.at(-1)!.op);
  if (falls) {
    // Behind a loop's end is no label; there is nothing of the kind.
    if (labels[0].isLoop) return undefined;
    exits.add(0);
  }
  const parametersOf = numbersOf(before[first] & used);
  const others = numbersOf(used).filter((local) =>
    !parametersOf.includes(local)
  );
  const renamed = new Map(
    [...parametersOf, ...others].map((local, at) => [local, at]),
  );
  const typesOf = (locals: readonly number[]) =>
    locals.map((local) => localTypes[local]);
  const declared = others.map((local) => [1, localTypes[local]]);
  const hand = [
    ...parametersOf.flatMap((local) => [OP.localGet, ...unsignedLeb(local)]),
    OP.call,
  ];

  // It ends the function around: its results are that function's.
  if (exits.size === 1 && exits.has(own)) {
    return {
      type: { parameters: typesOf(parametersOf), results },
      body: functionBody(declared, [
        ...copy(code, items, renamed, () => 0),
        OP.end,
      ]),
      call: (index) => [...hand, ...unsignedLeb(index), OP.return],
      values: parametersOf.length,
    };
  }

  const ways = [...exits];
  const takesValue = ({ isLoop, values }: Piece["labels"][number]) =>
    !isLoop && values > 0;
  if (ways.some((exit) => takesValue(labels[exit]))) return undefined;
  const needed = ways.reduce((live, exit) => live | liveAt[exit], 0n);
  const resultsOf = numbersOf(needed & written);
  const chooses = ways.length > 1;
  // A block for each way; behind its end the results are given.
  const body = [
    ...ways.flatMap(() => [OP.block, OP.noResult]),
    ...copy(code, items, renamed, (exit) => ways.indexOf(exit), own),
    ...(falls ? [OP.br, ...unsignedLeb(ways.indexOf(0))] : []),
    ...ways.flatMap((_, way) => [
      ...[OP.end, ...(chooses ? [OP.i32Const, ...signedLeb(way)] : [])],
      ...resultsOf.flatMap((local) => [
        ...[OP.localGet, ...unsignedLeb(renamed.get(local)!)],
      ]),
      OP.return,
    ]),
    ...(ways.length === 0 ? [OP.unreachable] : []),
    OP.end,
  ];
  const goOn = ways.length === 0 ? [OP.unreachable] : chooses
    ? [
      OP.brTable,
      ...unsignedLeb(ways.length - 1),
      ...ways.flatMap(unsignedLeb),
    ]
    : [OP.br, ...unsignedLeb(ways[0])];
  return {
    type: {
      parameters: typesOf(parametersOf),
      results: [...(chooses ? [VALUE_TYPE.i32] : []), ...typesOf(resultsOf)],
    },
    body: functionBody(declared, body),
    call: (index) => [
      ...[...hand, ...unsignedLeb(index)],
      ...resultsOf.toReversed().flatMap((local) => [
        ...[OP.localSet, ...unsignedLeb(local)],
      ]),
      ...goOn,
    ],
    values: parametersOf.length + resultsOf.length,
  };
}

function scan(
  code: Uint8Array,
  items: readonly Item[],
  own: number,
  uses: Uses,
  inner = 0,
): void {
  for (const item of items) {
    if (LOCAL_OPS.has(item.op)) {
      const local = 1n << BigInt(operandOf(code, item));
      uses.used |= local;
      if (item.op !== OP.localGet) uses.written |= local;
    }
    if (item.op === OP.return) uses.exits.add(own);
    for (const { value } of branchLabels(code, item.start)) {
      if (value >= inner) uses.exits.add(value - inner);
    }
    for (const list of item.lists) {
      scan(code, list.items, own, uses, inner + 1);
    }
  }
}

/**
 * The code of a piece with its locals renamed.
 *
 * @param blockOf which of the blocks around the copy stands for an exit
 * @param own the exit that `return` is, where that is not to stay
 */
function copy(
  code: Uint8Array,
  items: readonly Item[],
  renamed: ReadonlyMap<number, number>,
  blockOf: (exit: number) => number,
  own?: number,
  inner = 0,
): number[] {
  return items.flatMap((item) => {
    const { op, start, end, lists } = item;
    if (LOCAL_OPS.has(op)) {
      return [op, ...unsignedLeb(renamed.get(operandOf(code, item))!)];
    }
    if (op === OP.return && own !== undefined) {
      return [OP.br, ...unsignedLeb(inner + blockOf(own))];
    }
    const parts: number[] = [];
    let from = start;
    for (const label of branchLabels(code, start)) {
      const target = label.value < inner
        ? label.value
        : inner + blockOf(label.value - inner);
      parts.push(...code.subarray(from, label.start), ...unsignedLeb(target));
      from = label.end;
    }
    for (const list of lists) {
      // Up to here: what begins the list, or the `else` between two.
      parts.push(
        ...code.subarray(from, list.start),
        ...copy(code, list.items, renamed, blockOf, own, inner + 1),
      );
      from = list.end;
    }
    return [...parts, ...code.subarray(from, end)];
  });
}
