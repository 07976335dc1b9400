import type { WasmModule } from "./binaryen.ts";
import { definitions } from "./wat.ts";

/**
 * Adds functions at the end of the function table.
 *
 * @returns the slot of the first
 */
export function appendToTable(
  module: WasmModule,
  functions: readonly string[],
): number {
  const [table] = definitions(module, "table");
  const segments = definitions(module, "elem");
  // (table $0 198 198 funcref), (elem $0 (i32.const 1) $65 ...): slot 0 is empty
  const size = Number(table?.[2]);
  if (segments.length !== 1 || segments[0]!.length - 3 !== size - 1) {
    throw new TypeError("the function table has gaps");
  }
  segments[0]!.push(...functions);
  for (let at = 2; at < table!.length - 1; at++) {
    table![at] = String(size + functions.length);
  }
  return size;
}
