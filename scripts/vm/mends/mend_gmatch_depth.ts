import type { WasmModule } from "../binaryen.ts";
import { functionNamed, replaceIn } from "../wat.ts";

// Lua 5.4.4's GMatchState (lstrlib.c, 32 bits).
const MATCH_DEPTH = 28;
const LEVEL = 32;
const MAX_RECURSION = 200; // MAXCCALLS

/**
 * lua/lua efddc230, in 5.4.9: an error inside of an iterator of `gmatch` used
 * up the depth that its patterns may have; below zero there was no limit.
 */
export function mendGmatchDepth(module: WasmModule): void {
  const setLevel = `(i32.store8 offset=${LEVEL} (local.get $1) (i32.const 0))`;
  replaceIn(
    functionNamed(module, "$gmatch_aux"),
    setLevel,
    `(i32.store offset=${MATCH_DEPTH} (local.get $1)
      (i32.const ${MAX_RECURSION}))
    ${setLevel}`,
    { times: 1 },
  );
}
