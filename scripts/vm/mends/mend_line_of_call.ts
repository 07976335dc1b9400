import type { WasmModule } from "../binaryen.ts";
import { functionNamed, insertAtEntry, isNode } from "../wat.ts";

const LEXER_LINE = 4; // LexState.linenumber

/**
 * lua/lua 5ab6a575, in 5.4.7: a call written over several lines was reported
 * at the line of what is called, not of its arguments.
 */
export function mendLineOfCall(module: WasmModule): void {
  const func = functionNamed(module, "$funcargs"); // (ls, f, line)
  if (func.filter((item) => isNode(item, "param")).length !== 3) {
    throw new TypeError("funcargs has changed");
  }
  insertAtEntry(
    func,
    `(local.set $2 (i32.load offset=${LEXER_LINE} (local.get $0)))`,
  );
}
