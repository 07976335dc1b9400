import type { WasmModule } from "../binaryen.ts";
import { isSameExpression } from "../s_expression.ts";
import { codeStart, functionNamed, insertAtEntry, wat } from "../wat.ts";

// Lua 5.4.4's expdesc (lparser.h, 32 bits); its kind is at 0.
const PATCH_TRUE = 16;
const PATCH_FALSE = 20;
/** A comparison that was compiled to a jump. */
const VJMP = 16;

/** `luaK_exp2val` as it must be, which shows that it is the function meant. */
const BEFORE = `
(if (i32.ne
    (i32.load offset=${PATCH_TRUE} (local.get $1))
    (i32.load offset=${PATCH_FALSE} (local.get $1)))
  (then
    (drop (call $luaK_exp2anyreg (local.get $0) (local.get $1)))
    (return)))
(call $luaK_dischargevars (local.get $0) (local.get $1))`;

/**
 * lua/lua 782ef85b, in 5.4.8: `t[a == b]` with an upvalue `t` read a register
 * that held something else. `luaK_exp2val`, which prepares an index, left a
 * comparison as a jump.
 */
export function mendIndexByComparison(module: WasmModule): void {
  const func = functionNamed(module, "$luaK_exp2val");
  if (!isSameExpression(func.slice(codeStart(func)), wat(BEFORE))) {
    throw new TypeError("luaK_exp2val has changed");
  }
  insertAtEntry(
    func,
    `(if (i32.eq (i32.load (local.get $1)) (i32.const ${VJMP}))
      (then
        (drop (call $luaK_exp2anyreg (local.get $0) (local.get $1)))
        (return)))`,
  );
}
