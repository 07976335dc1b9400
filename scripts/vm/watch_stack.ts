import { ByteReader } from "./byte_reader.ts";
import { changeBodies, codeStart } from "./function_bodies.ts";
import { countImports, VALUE_TYPE } from "./function_types.ts";
import { OP, skipInstruction } from "./instructions.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import {
  appendEntries,
  joinBytes,
  nameBytes,
  type WasmModule,
} from "./sections.ts";

/**
 * Notes how far down the C stack went, in a new exported global `stack_low`:
 * what was never reached does not have to be cleared.
 *
 * @returns how many places were found where the stack can grow
 */
export function watchStack(module: WasmModule, stackPointer: number): number {
  const low = countImports(module).globals + appendEntries(module, "global", [
    // A mutable i32, which the loader sets.
    [VALUE_TYPE.i32, 1, OP.i32Const, ...signedLeb(0), OP.end],
  ]);
  appendEntries(module, "export", [
    [...nameBytes("stack_low"), 3, ...unsignedLeb(low)],
  ]);
  // if (stackPointer < low) low = stackPointer
  const note = [
    ...[OP.globalGet, ...unsignedLeb(stackPointer)],
    ...[OP.globalGet, ...unsignedLeb(low), OP.i32LtS],
    ...[OP.if, OP.noResult],
    ...[OP.globalGet, ...unsignedLeb(stackPointer)],
    ...[OP.globalSet, ...unsignedLeb(low), OP.end],
  ];
  let places = 0;

  changeBodies(module, watched);
  return places;

  function watched(body: Uint8Array): Uint8Array {
    const code = new ByteReader(body);
    code.position = codeStart(body);
    const parts = [body.subarray(0, code.position)];
    let before: readonly Uint8Array[] = [];
    while (!code.done) {
      const start = code.position;
      const op = skipInstruction(code);
      const instruction = body.subarray(start, code.position);
      parts.push(instruction);
      const isSet = op === OP.globalSet &&
        new ByteReader(instruction.subarray(1)).unsigned() === stackPointer;
      if (isSet && !takesBack(before)) {
        places++;
        parts.push(Uint8Array.from(note));
      }
      before = [...before.slice(-1), instruction];
    }
    return joinBytes(parts);
  }
}

/** Whether the stack shrinks: a function that returns adds its frame's size. */
function takesBack(before: readonly Uint8Array[]): boolean {
  const [size, add] = before;
  // Not by a number below zero, as some compilers write a subtraction.
  return add?.[0] === OP.i32Add && size[0] === OP.i32Const &&
    (size.at(-1)! & 0x40) === 0;
}
