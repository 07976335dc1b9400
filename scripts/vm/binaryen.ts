import binaryen from "npm:binaryen@132.0.0";
import {
  type Expression,
  parseExpressions,
  printExpressions,
} from "./s_expression.ts";

/** A module as WebAssembly's text format has it: `(module (type ...) (func ...))`. */
export type WasmModule = Expression[];

/** Reads a binary. Names of things are those Binaryen gives them: `$548`. */
export function readWasm(wasm: Uint8Array): WasmModule {
  const module = binaryen.readBinary(wasm);
  try {
    const [text] = parseExpressions(module.emitText());
    return text as WasmModule;
  } finally {
    module.dispose();
  }
}

/**
 * What Binaryen does to the code: locals whose lives do not meet share one. V8
 * clears each local at each call, and compiles so in every process: 0.5 ms of a
 * start. Nothing else is optimised.
 */
const PASSES = ["coalesce-locals", "reorder-locals", "vacuum"];

/** Writes a binary. */
export function writeWasm(wasm: WasmModule): Uint8Array<ArrayBuffer> {
  const module = binaryen.parseText(printExpressions([wasm]));
  try {
    module.setFeatures(
      binaryen.Features.BulkMemory | binaryen.Features.BulkMemoryOpt |
        binaryen.Features.MutableGlobals | binaryen.Features.SignExt,
    );
    if (!module.validate()) throw new TypeError("no valid module");
    module.runPasses(PASSES);
    return Uint8Array.from(module.emitBinary());
  } finally {
    module.dispose();
  }
}
