import type { WasmModule } from "./binaryen.ts";
import { functionNamed, insertAtEntry } from "./wat.ts";

/** Two neighbours among the numbers of metamethods (ltm.h): `__gc`, `__mode`. */
const TM_GC = 2;

/**
 * Makes the collector of garbage find no `__gc` and no `__mode` in a metatable.
 * The environment refuses them when a metatable is set, but a program can put
 * them there later, and what they do shows when the collector runs.
 */
export function ignoreCollectorFields(module: WasmModule): void {
  // if ((event & ~1) == TM_GC) return NULL
  insertAtEntry(
    functionNamed(module, "$luaT_gettm"),
    `(if (i32.eq (i32.and (local.get $1) (i32.const -2)) (i32.const ${TM_GC}))
      (then (return (i32.const 0))))`,
  );
}
