import { ByteReader } from "./byte_reader.ts";
import { codeStart } from "./function_bodies.ts";
import { OP, skipInstruction } from "./instructions.ts";
import { section, type WasmModule } from "./sections.ts";

/** The type of each of the module's own globals, as an import declares it. */
export function readGlobals(module: WasmModule): Uint8Array[] {
  const reader = new ByteReader(section(module, "global"));
  return Array.from({ length: reader.unsigned() }, () => {
    const type = reader.take(2);
    while (skipInstruction(reader) !== OP.end);
    return type;
  });
}

/** How many globals, from the first on, hold all that some code uses. */
export function countGlobals(bodies: readonly Uint8Array[]): number {
  let count = 0;
  for (const body of bodies) {
    const code = new ByteReader(body);
    code.position = codeStart(body);
    while (!code.done) {
      const operand = code.position + 1;
      const op = skipInstruction(code);
      if (op !== OP.globalGet && op !== OP.globalSet) continue;
      const index = new ByteReader(body.subarray(operand)).unsigned();
      count = Math.max(count, index + 1);
    }
  }
  return count;
}
