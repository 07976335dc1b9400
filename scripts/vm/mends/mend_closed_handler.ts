import type { WasmModule } from "../binaryen.ts";
import { functionNamed, insertAtEntry } from "../wat.ts";

const STATE_ERROR_FUNCTION = 92; // lua_State.errfunc

/**
 * lua/lua 3fe7be95, in 5.4.8: closing a coroutine inside `xpcall` called the
 * handler of that `xpcall`, which was gone.
 */
export function mendClosedHandler(module: WasmModule): void {
  insertAtEntry(
    functionNamed(module, "$lua_resetthread"),
    `(i32.store offset=${STATE_ERROR_FUNCTION} (local.get $0) (i32.const 0))`,
  );
}
