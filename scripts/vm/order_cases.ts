import { ByteReader } from "./byte_reader.ts";
import { changeFunction } from "./function_bodies.ts";
import {
  branchLabels,
  LEAVES_FOR_GOOD,
  OP,
  opensLabel,
  skipInstruction,
} from "./instructions.ts";
import { unsignedLeb } from "./leb128.ts";
import { joinBytes, type WasmModule } from "./sections.ts";

/** Where an instruction stands in the code of a function. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The number of a label that stands outside of the piece that branches there. */
interface Leave extends Span {
  /** Labels of the piece itself that are open there. */
  readonly inner: number;
  /** The label among those around the piece, innermost first. */
  readonly label: number;
}

/** Code that ends where a block around it ends. */
interface Piece extends Span {
  readonly leaves: readonly Leave[];
  /** Whether control goes on to what stands behind it. */
  readonly fallsThrough: boolean;
}

/**
 * A `switch` as compilers write it: blocks that open together, the branch that
 * chooses among them, and behind the end of each block a piece of code.
 */
interface Switch {
  /** Where the blocks open, innermost first; each has its type. */
  readonly blocks: readonly Span[];
  readonly choice: Piece;
  /** What stands behind the end of each block. */
  readonly pieces: readonly Piece[];
}

/**
 * Puts some cases of a function's big `switch` before all others; nothing else
 * changes.
 *
 * @param index the function's, among the module's own
 * @param cases how many targets the branch that chooses has
 * @param first targets of that branch, in the order their code shall have
 */
export function orderCases(
  module: WasmModule,
  index: number,
  { cases, first }: {
    readonly cases: number;
    readonly first: readonly number[];
  },
): void {
  changeFunction(module, index, (code) => {
    const found = findSwitch(code, cases);
    return writeSwitch(code, found, orderPieces(found, first));
  });
}

function findSwitch(code: Uint8Array, cases: number): Switch {
  const reader = new ByteReader(code);
  const open: Span[] = [];
  while (!reader.done) {
    const start = reader.position;
    const op = skipInstruction(reader);
    const span = { start, end: reader.position };
    if (op === OP.end) open.pop();
    else if (opensLabel(op)) open.push(span);
    else if (op === OP.brTable && branchLabels(code, start).length === cases) {
      const found = readSwitch(code, open);
      if (found.choice.leaves.length === cases) return found;
      throw new TypeError("more than one branch chooses, or one leads inside");
    }
  }
  throw new TypeError(`no branch has ${cases} targets`);
}

/** @param open the labels around the branch that chooses, outermost first */
function readSwitch(code: Uint8Array, open: readonly Span[]): Switch {
  const start = open.findLastIndex(({ end }, index) =>
    index + 1 < open.length &&
    (end !== open[index + 1].start || code[open[index].start] !== OP.block)
  );
  const blocks = open.slice(start + 1).reverse();
  if (blocks.length === 0 || code[blocks[0].start] !== OP.block) {
    throw new TypeError("the branch that chooses does not stand in a block");
  }
  const choice = readPiece(code, blocks[0].end);
  const pieces: Piece[] = [];
  for (let at = choice.end; pieces.length < blocks.length;) {
    const piece = readPiece(code, at + 1); // behind the `end` of its block
    pieces.push(piece);
    at = piece.end;
  }
  return { blocks, choice, pieces };
}

function readPiece(code: Uint8Array, start: number): Piece {
  const reader = new ByteReader(code);
  reader.position = start;
  const leaves: Leave[] = [];
  let inner = 0;
  let before: number = OP.end;
  while (true) {
    const at = reader.position;
    const op = skipInstruction(reader);
    if (op === OP.else && inner === 0) {
      throw new TypeError("the switch stands in an `if` that has an `else`");
    }
    if (op === OP.end && inner === 0) {
      const fallsThrough = !LEAVES_FOR_GOOD.has(before);
      return { start, end: at, leaves, fallsThrough };
    }
    if (op === OP.end) inner--;
    else if (opensLabel(op)) inner++;
    for (const { value, ...span } of branchLabels(code, at)) {
      if (value >= inner) leaves.push({ ...span, inner, label: value - inner });
    }
    before = op;
  }
}

/**
 * The pieces' new order. What falls through stays before what it falls into,
 * and what other pieces branch to comes behind all of them: soon, where that
 * is a place among the first.
 */
function orderPieces(
  { choice, pieces }: Switch,
  first: readonly number[],
): readonly number[] {
  if (pieces.at(-1)!.fallsThrough) {
    throw new TypeError("the switch goes on behind its last case");
  }
  const groups: number[][] = [];
  const groupOf: number[][] = [];
  for (const index of pieces.keys()) {
    if (index > 0 && pieces[index - 1].fallsThrough) groups.at(-1)!.push(index);
    else groups.push([index]);
    groupOf.push(groups.at(-1)!);
  }
  const after = (group: readonly number[]) =>
    group.flatMap((index) =>
      pieces[index].leaves.map(({ label }) => groupOf[index + 1 + label])
        .filter((other) => other !== undefined && other !== group)
    );
  const before = (group: number[]) =>
    groups.filter((other) => after(other).includes(group));

  const ordered = new Set<number[]>();
  const place = (group: number[]) => {
    if (ordered.has(group)) return;
    before(group).forEach(place);
    ordered.add(group);
    for (const next of after(group)) {
      if (before(next).every((other) => ordered.has(other))) place(next);
    }
  };
  for (const target of first) place(groupOf[choice.leaves[target].label]);
  groups.forEach(place);
  return [...ordered].flat();
}

function writeSwitch(
  code: Uint8Array,
  { blocks, choice, pieces }: Switch,
  order: readonly number[],
): Uint8Array<ArrayBuffer> {
  const placeOf = order.map((_, index) => order.indexOf(index));
  /** @param place how many of the blocks ended before the piece */
  const write = (piece: Piece, index: number, place: number) => {
    const parts: ArrayLike<number>[] = [];
    let from = piece.start;
    for (const { start, end, inner, label } of piece.leaves) {
      const wanted = index + label;
      const target = wanted < order.length ? placeOf[wanted] : wanted;
      parts.push(
        code.subarray(from, start),
        unsignedLeb(inner + target - place),
      );
      from = end;
    }
    return joinBytes([...parts, code.subarray(from, piece.end), [OP.end]]);
  };
  return joinBytes([
    code.subarray(0, blocks.at(-1)!.start),
    ...order.map((index) =>
      code.subarray(blocks[index].start, blocks[index].end)
    )
      .reverse(),
    write(choice, 0, 0),
    ...order.map((index, place) => write(pieces[index], index + 1, place + 1)),
    code.subarray(pieces.at(-1)!.end + 1),
  ]);
}
