import type { WasmModule } from "./binaryen.ts";
import { addData } from "./data.ts";
import { addDefinitions, isNode } from "./wat.ts";

/** Shorter runs of zeros stay inside a segment: its header costs as much. */
const GAP_BYTES = 64;

/**
 * Replaces the data of a module by the memory of an initialised instance, so
 * that a new instance begins where that one stood.
 */
export function takeSnapshot(module: WasmModule, memory: Uint8Array): void {
  const rest = module.filter((item) => !isNode(item, "data"));
  module.splice(0, module.length, ...rest);
  for (const [start, end] of usedRanges(memory)) {
    addData(module, start, memory.subarray(start, end));
  }
}

/** Adds constants that the loader reads from the instance, such as an address. */
export function exportConstants(
  module: WasmModule,
  constants: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(constants)) {
    addDefinitions(
      module,
      `(global $${name} i32 (i32.const ${value}))
      (export "${name}" (global $${name}))`,
    );
  }
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
