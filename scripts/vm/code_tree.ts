import { ByteReader } from "./byte_reader.ts";
import { OP, opensLabel, skipInstruction } from "./instructions.ts";

/** One instruction, or a whole block, loop or `if` with what is in it. */
export interface Item {
  readonly op: number;
  readonly start: number;
  readonly end: number;
  /** What is in it: one list, two where there is an `else`. */
  readonly lists: readonly List[];
}

/** Instructions that follow one another; what begins a list may not end it. */
export interface List {
  readonly items: readonly Item[];
  readonly start: number;
  /** Where the `else` or `end` stands that ends it. */
  readonly end: number;
}

/** Reads the code of a function, or of a block, up to the `end` of it. */
export function readCode(code: Uint8Array): List {
  const reader = new ByteReader(code);
  const list = readList(reader);
  if (!reader.done) throw new TypeError("code goes on behind its end");
  return list;
}

function readList(reader: ByteReader): List {
  const listStart = reader.position;
  const items: Item[] = [];
  while (true) {
    const start = reader.position;
    const op = skipInstruction(reader);
    if (op === OP.end || op === OP.else) {
      return { items, start: listStart, end: start };
    }
    const lists: List[] = [];
    if (opensLabel(op)) {
      do lists.push(readList(reader)); while (
        reader.bytes[lists.at(-1)!.end] === OP.else
      );
    }
    items.push({ op, start, end: reader.position, lists });
  }
}

/** The one number that an instruction has behind it. */
export function operandOf(code: Uint8Array, item: Item): number {
  const reader = new ByteReader(code);
  reader.position = item.start + 1;
  return reader.unsigned();
}
