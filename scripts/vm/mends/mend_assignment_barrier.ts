import type { WasmModule } from "../binaryen.ts";
import { addLocals, functionNamed, replaceIn } from "../wat.ts";

/**
 * In Lua 5.4.9: an assignment through `__newindex` can replace the very slot
 * that held the table (`mt.__newindex = mt`). The collector was then told of
 * the wrong object, and freed one that was in use.
 */
export function mendAssignmentBarrier(module: WasmModule): void {
  const func = functionNamed(module, "$luaV_finishset");
  addLocals(func, "(local $table i32)");
  const table = "(i32.load (local.get $5))";
  const assign = "(i64.store (local.get $4) (i64.load (local.get $3)))";
  replaceIn(func, assign, `(local.set $table ${table}) ${assign}`, {
    times: 1,
  });
  replaceIn(
    func,
    `(local.tee $1 ${table})`,
    "(local.tee $1 (local.get $table))",
    { times: 1 },
  );
}
