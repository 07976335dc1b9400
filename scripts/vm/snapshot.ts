import { VALUE_TYPE } from "./function_types.ts";
import { countImports } from "./function_types.ts";
import { OP } from "./instructions.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import {
  appendEntries,
  joinBytes,
  nameBytes,
  SECTION,
  type WasmModule,
} from "./sections.ts";

/** Shorter runs of zeros stay inside a segment: its header costs as much. */
const GAP_BYTES = 64;

/**
 * Replaces the data section by the memory of an initialised instance, so that
 * a new instance begins where that one stood.
 *
 * @returns the end of the last byte that is not zero
 */
export function takeSnapshot(module: WasmModule, memory: Uint8Array): number {
  const ranges = usedRanges(memory);
  module.set(
    SECTION.data,
    joinBytes([
      unsignedLeb(ranges.length),
      ...ranges.flatMap(([start, end]) => [
        [0, OP.i32Const, ...signedLeb(start), OP.end],
        unsignedLeb(end - start),
        memory.subarray(start, end),
      ]),
    ]),
  );
  return ranges.at(-1)?.[1] ?? 0;
}

/** Adds constants that the loader reads from the instance, such as an address. */
export function exportConstants(
  module: WasmModule,
  constants: Readonly<Record<string, number>>,
): void {
  const values = Object.values(constants);
  const first = countImports(module).globals +
    appendEntries(
      module,
      "global",
      values.map((
        value,
      ) => [VALUE_TYPE.i32, 0, OP.i32Const, ...signedLeb(value), OP.end]),
    );
  appendEntries(
    module,
    "export",
    Object.keys(constants).map((
      name,
      index,
    ) => [...nameBytes(name), 3, ...unsignedLeb(first + index)]),
  );
}

function usedRanges(memory: Uint8Array): [number, number][] {
  const ranges: [number, number][] = [];
  let lastUsed = -GAP_BYTES;
  for (let index = 0; index < memory.length; index++) {
    if (memory[index] === 0) continue;
    const range = ranges.at(-1);
    if (range && index - lastUsed < GAP_BYTES) range[1] = index + 1;
    else ranges.push([index, index + 1]);
    lastUsed = index;
  }
  return ranges;
}
