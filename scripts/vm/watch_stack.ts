import { ByteReader } from "./byte_reader.ts";
import { exportedFunctions } from "./exported_functions.ts";
import { functionCode } from "./function_bodies.ts";
import { countImports, VALUE_TYPE } from "./function_types.ts";
import { OP, skipInstruction } from "./instructions.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import {
  appendEntries,
  joinBytes,
  nameBytes,
  SECTION,
  section,
  type WasmModule,
} from "./sections.ts";

/** The global that holds the top of the C stack; before metering. */
export function stackPointerOf(module: WasmModule): number {
  const index = exportedFunctions(module)("stackSave");
  const code = functionCode(module, index - countImports(module).functions);
  const reader = new ByteReader(code);
  const isGet = reader.byte() === OP.globalGet;
  const pointer = reader.unsigned();
  if (!isGet || reader.byte() !== OP.end) {
    throw new TypeError("stackSave() does not simply give the stack pointer");
  }
  return pointer;
}

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

  const reader = new ByteReader(section(module, "code"));
  const bodies: ArrayLike<number>[] = [unsignedLeb(reader.unsigned())];
  while (!reader.done) {
    const body = watched(reader.take(reader.unsigned()));
    bodies.push(unsignedLeb(body.length), body);
  }
  module.set(SECTION.code, joinBytes(bodies));
  return places;

  function watched(body: Uint8Array): Uint8Array {
    const code = new ByteReader(body);
    for (let groups = code.unsigned(); groups > 0; groups--) {
      code.skipLeb();
      code.byte();
    }
    const parts = [body.subarray(0, code.position)];
    let before: number | undefined;
    while (!code.done) {
      const start = code.position;
      const op = skipInstruction(code);
      const instruction = body.subarray(start, code.position);
      parts.push(instruction);
      const isSet = op === OP.globalSet &&
        new ByteReader(instruction.subarray(1)).unsigned() === stackPointer;
      // A function that returns adds the size of its frame again.
      if (isSet && before !== OP.i32Add) {
        places++;
        parts.push(Uint8Array.from(note));
      }
      before = op;
    }
    return joinBytes(parts);
  }
}
