import { ByteReader } from "./byte_reader.ts";
import { OP, skipInstruction } from "./instructions.ts";
import { operandsIn } from "./operands.ts";
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
    for (const { value } of operandsIn(body, OP.globalGet, OP.globalSet)) {
      count = Math.max(count, value + 1);
    }
  }
  return count;
}
