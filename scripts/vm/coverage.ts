import { type List, readCode } from "./code_tree.ts";
import { changeBodies, codeStart } from "./function_bodies.ts";
import { OP } from "./instructions.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import {
  joinBytes,
  SECTION,
  type WasmModule,
  writeModule,
} from "./sections.ts";
import { PAGE_BYTES } from "./trim.ts";

/**
 * How many items of a list were begun, from the first on.
 *
 * @param index the function's, among the module's own
 */
export type CountReached = (index: number, list: List) => number;

/** A copy of a module that notes which code it runs through. */
export interface MarkedModule {
  readonly module: WebAssembly.Module;
  /** Reads what was noted in the memories of instances. */
  readonly read: (memories: readonly WebAssembly.Memory[]) => CountReached;
}

/** @param memoryBytes what the copy has of memory; the notes lie behind it */
export function markCode(
  module: WasmModule,
  memoryBytes: number,
): MarkedModule {
  const marks = new Map<string, number>();
  const marked: WasmModule = new Map(module);
  changeBodies(marked, (body, index) => {
    const start = codeStart(body);
    const code = body.subarray(start);
    const parts: ArrayLike<number>[] = [];
    let from = 0;
    for (const position of marksOf(readCode(code)).sort((a, b) => a - b)) {
      const address = memoryBytes + marks.size;
      marks.set(`${index} ${position}`, marks.size);
      parts.push(code.subarray(from, position), [
        ...[OP.i32Const, ...signedLeb(address), OP.i32Const, 1],
        ...[OP.i32Store8, 0, 0],
      ]);
      from = position;
    }
    return joinBytes([
      body.subarray(0, start),
      ...parts,
      code.subarray(from),
    ]);
  });
  const pages = unsignedLeb(Math.ceil((memoryBytes + marks.size) / PAGE_BYTES));
  marked.set(SECTION.memory, Uint8Array.from([1, 1, ...pages, ...pages]));
  return {
    module: new WebAssembly.Module(writeModule(marked)),
    read: (memories) => {
      const notes = memories.map(({ buffer }) =>
        new Uint8Array(buffer, memoryBytes, marks.size)
      );
      return (index, list) => {
        const missed = marksIn(list).find((position) => {
          const mark = marks.get(`${index} ${position}`)!;
          return !notes.some((seen) => seen[mark]);
        });
        const reached = list.items.findIndex(({ start }) => start === missed);
        return reached < 0 ? list.items.length : reached;
      };
    },
  };
}

/** Whether each of a module's own functions was run. */
export function usedFunctions(
  module: WasmModule,
  countReached: CountReached,
): boolean[] {
  const used: boolean[] = [];
  changeBodies(module, (body, index) => {
    const root = readCode(body.subarray(codeStart(body)));
    used.push(countReached(index, root) > 0);
    return body;
  });
  return used;
}

/** Every place in a function where something begins that may not be come to. */
function marksOf(list: List): number[] {
  return [
    ...marksIn(list),
    ...list.items.flatMap(({ lists }) => lists.flatMap(marksOf)),
  ];
}

/** Those in one list: its beginning, and behind what may leave it. */
function marksIn({ items }: List): number[] {
  return items
    .filter((_, at) => {
      const before = items[at - 1];
      return !before || before.op === OP.brIf || before.lists.length > 0;
    })
    .map(({ start }) => start);
}
