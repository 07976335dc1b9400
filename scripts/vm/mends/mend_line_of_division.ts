import type { WasmModule } from "../binaryen.ts";
import { addressOf } from "../data.ts";
import { functionNamed, replaceIn } from "../wat.ts";

/** In `luaV_execute`: L, ci, and the pc. */
const [STATE, CALL, PC] = ["$0", "$7", "$3"];

// Lua 5.4.4's lua_State and CallInfo (lstate.h, 32 bits).
const STATE_TOP = 12;
const CALL_TOP = 4;
const CALL_SAVED_PC = 16;

/**
 * lua/lua 02bab9fc, in 5.4.5: `//` and `%` by zero were reported at a line
 * before theirs, since the interpreter did not say where it was.
 */
export function mendLineOfDivision(module: WasmModule): void {
  for (
    const message of ["attempt to perform 'n%%0'", "attempt to divide by zero"]
  ) {
    const raise = `(call $luaG_runerror (local.get ${STATE})
      (i32.const ${addressOf(module, message)}) (i32.const 0))`;
    replaceIn(
      functionNamed(module, "$luaV_execute"),
      raise,
      `(i32.store offset=${CALL_SAVED_PC} (local.get ${CALL}) (local.get ${PC}))
      (i32.store offset=${STATE_TOP} (local.get ${STATE})
        (i32.load offset=${CALL_TOP} (local.get ${CALL})))
      ${raise}`,
      { times: 2 },
    );
  }
}
