import { insertAtEntry } from "./function_bodies.ts";
import { countImports, readFunctionTypes } from "./function_types.ts";
import { OP } from "./instructions.ts";
import { signedLeb } from "./leb128.ts";
import type { WasmModule } from "./sections.ts";

/** `luaT_gettm(events, event, name)` by index in wasmoon 1.16.0's glue.wasm. */
export const LUAT_GETTM = 546;

/** Two neighbours among the numbers of metamethods (ltm.h): `__gc`, `__mode`. */
const TM_GC = 2;

/**
 * Makes the collector of garbage find no `__gc` and no `__mode` in a metatable.
 * The environment refuses them when a metatable is set, but a program can put
 * them there later, and what they do shows when the collector runs.
 */
export function ignoreCollectorFields(module: WasmModule): void {
  const target = LUAT_GETTM - countImports(module).functions;
  const { parameters, results } = readFunctionTypes(module)[target];
  if (parameters.length !== 3 || results.length !== 1) {
    throw new TypeError("luaT_gettm has changed");
  }
  insertAtEntry(module, target, [
    // if ((event & ~1) == TM_GC) return NULL
    ...[OP.localGet, 1, OP.i32Const, ...signedLeb(-2), OP.i32And],
    ...[OP.i32Const, TM_GC, OP.i32Sub, OP.i32Eqz, OP.if, OP.noResult],
    ...[OP.i32Const, 0, OP.return, OP.end],
  ]);
}
