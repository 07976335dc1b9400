import { ByteReader } from "./byte_reader.ts";
import { OP } from "./instructions.ts";
import { unsignedLeb } from "./leb128.ts";
import { joinBytes, SECTION, section, type WasmModule } from "./sections.ts";

/**
 * Adds functions at the end of the function table.
 *
 * @returns the slot of the first
 */
export function appendToTable(
  module: WasmModule,
  functions: readonly number[],
): number {
  const elements = new ByteReader(section(module, "element"));
  const start = [...elements.take(4)]; // one segment: active, i32.const 1, end
  if (String(start) !== String([1, 0, OP.i32Const, 1])) {
    throw new TypeError("the element section is not as expected");
  }
  elements.byte();
  const filled = elements.unsigned();
  const first = growTable(module, functions.length);
  if (filled + 1 !== first) throw new TypeError("the function table has gaps");
  module.set(
    SECTION.element,
    joinBytes([
      [...start, OP.end],
      unsignedLeb(filled + functions.length),
      elements.bytes.subarray(elements.position),
      ...functions.map(unsignedLeb),
    ]),
  );
  return first;
}

/**
 * Adds empty slots at the end of the function table.
 *
 * @returns the first of them
 */
export function growTable(module: WasmModule, slots: number): number {
  const table = new ByteReader(section(module, "table"));
  const header = table.take(2); // one table, of function references
  const hasMaximum = table.byte();
  const size = table.unsigned();
  const grown = unsignedLeb(size + slots);
  module.set(
    SECTION.table,
    joinBytes([header, [hasMaximum], grown, hasMaximum ? grown : []]),
  );
  return size;
}
