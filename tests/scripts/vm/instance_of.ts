import { type WasmModule, writeWasm } from "../../../scripts/vm/binaryen.ts";
import { wat } from "../../../scripts/vm/wat.ts";

/** A module in WebAssembly's text format: the definitions in it. */
export function moduleOf(definitions: string): WasmModule {
  return ["module", ...wat(definitions)];
}

/** What an instance of a module exports. */
export function exportsOf<T>(module: WasmModule): T {
  const compiled = new WebAssembly.Module(writeWasm(module));
  return new WebAssembly.Instance(compiled).exports as T;
}
