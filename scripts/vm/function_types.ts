import { ByteReader } from "./byte_reader.ts";
import { section, type WasmModule } from "./sections.ts";

/** Value types as the binary format numbers them. */
export const VALUE_TYPE = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
} as const;

/** What a function takes and gives. */
export interface FunctionType {
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}

/** Every type of the type section. */
export function readTypes(module: WasmModule): FunctionType[] {
  const reader = new ByteReader(section(module, "type"));
  return Array.from({ length: reader.unsigned() }, () => {
    if (reader.byte() !== 0x60) throw new TypeError("not a function type");
    const parameters = [...reader.take(reader.unsigned())];
    const results = [...reader.take(reader.unsigned())];
    return { parameters, results };
  });
}

/** The type of each function that the module itself defines, in order. */
export function readFunctionTypes(module: WasmModule): FunctionType[] {
  const types = readTypes(module);
  const reader = new ByteReader(section(module, "function"));
  return Array.from(
    { length: reader.unsigned() },
    () => types[reader.unsigned()],
  );
}

/** The index of a type in the type section, by its parameters and results. */
export function typeIndex(module: WasmModule, wanted: FunctionType): number {
  const index = readTypes(module).findIndex((type) => sameType(type, wanted));
  if (index < 0) throw new TypeError("the module has no such function type");
  return index;
}

/** Whether two functions take and give the same. */
export function sameType(a: FunctionType, b: FunctionType): boolean {
  return String(a.parameters) === String(b.parameters) &&
    String(a.results) === String(b.results);
}

/** How many functions and globals are imported: the module's own come after. */
export function countImports(
  module: WasmModule,
): { readonly functions: number; readonly globals: number } {
  const reader = new ByteReader(section(module, "import"));
  let functions = 0;
  let globals = 0;
  for (let left = reader.unsigned(); left > 0; left--) {
    reader.name();
    reader.name();
    const kind = reader.byte();
    if (kind === 0) {
      functions++;
      reader.skipLeb();
    } else if (kind === 3) {
      globals++;
      reader.take(2);
    } else {
      throw new TypeError(`an import of kind ${kind}`);
    }
  }
  return { functions, globals };
}
