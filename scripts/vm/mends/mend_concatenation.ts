import type { WasmModule } from "../binaryen.ts";
import { functionNamed, replaceIn } from "../wat.ts";

/** What a string has before its text (lstring.h, `sizelstring`). */
const HEADER_BYTES = 20;

/**
 * lua/lua 5853c37a, in 5.4.7: the check of a concatenation's length left out
 * the header, and in 32 bits operands together reach that.
 */
export function mendConcatenation(module: WasmModule): void {
  const room = "(i32.xor (local.get $4) (i32.const -1))";
  replaceIn(
    functionNamed(module, "$luaV_concat"),
    room,
    `(i32.sub ${room} (i32.const ${HEADER_BYTES}))`,
    { times: 1 },
  );
}
