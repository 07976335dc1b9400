import { ByteReader } from "./byte_reader.ts";
import { section, type WasmModule } from "./sections.ts";

/** The exported functions: their indexes, imports counted, by name. */
export function readExportedFunctions(
  module: WasmModule,
): ReadonlyMap<string, number> {
  const reader = new ByteReader(section(module, "export"));
  const functions = new Map<string, number>();
  for (let left = reader.unsigned(); left > 0; left--) {
    const name = reader.name();
    const kind = reader.byte();
    const index = reader.unsigned();
    if (kind === 0) functions.set(name, index);
  }
  return functions;
}

/** Finds exported functions by their names. */
export function exportedFunctions(
  module: WasmModule,
): (name: string) => number {
  const functions = readExportedFunctions(module);
  return (name) => {
    const index = functions.get(name);
    if (index === undefined) throw new TypeError(`no function ${name}`);
    return index;
  };
}
