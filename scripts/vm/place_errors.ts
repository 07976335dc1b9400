import type { WasmModule } from "./binaryen.ts";
import {
  addDefinitions,
  functionNamed,
  insertAtEntry,
  replaceIn,
} from "./wat.ts";

// Lua 5.4.4's lua_Debug (lua.h, 32 bits): 108 bytes.
const DEBUG_SOURCE = 16;
const DEBUG_CURRENT_LINE = 24;
/** Behind it: what `lua_getinfo` is asked for. */
const WANTED = 112;
/** Room on the C stack for both. */
const ROOM = 128;
/** `"Sl"`, as the machine stores a number. */
const SOURCE_AND_LINE = 0x6c53;
/** What the name of a chunk of this program begins with; a profile's: `@`. */
const OWN_CHUNK = 0x3d; // "="

/** The first level from there on that is not in a chunk of this program. */
const USER_LEVEL = `
(func $user_level (param $L i32) (param $level i32) (result i32)
  (local $info i32)
  (global.set $stack_pointer (local.tee $info
    (i32.sub (global.get $stack_pointer) (i32.const ${ROOM}))))
  (i32.store offset=${WANTED} (local.get $info) (i32.const ${SOURCE_AND_LINE}))
  (loop $next
    (if (call $lua_getstack (local.get $L) (local.get $level) (local.get $info))
      (then
        (drop (call $lua_getinfo (local.get $L)
          (i32.add (local.get $info) (i32.const ${WANTED}))
          (local.get $info)))
        (if (i32.gt_s
            (i32.load offset=${DEBUG_CURRENT_LINE} (local.get $info))
            (i32.const 0))
          (then (if (i32.eq (i32.const ${OWN_CHUNK})
              (i32.load8_u
                (i32.load offset=${DEBUG_SOURCE} (local.get $info))))
            (then
              (local.set $level (i32.add (local.get $level) (i32.const 1)))
              (br $next))))))))
  (global.set $stack_pointer
    (i32.add (local.get $info) (i32.const ${ROOM})))
  (local.get $level))`;

/**
 * Makes Lua pass over calls of this program's own Lua when it puts the place
 * before a message: `string.format` is a function of ours around Lua's, and a
 * wrong argument is the caller's, at the caller's line.
 */
export function placeErrors(module: WasmModule): void {
  addDefinitions(module, USER_LEVEL);
  insertAtEntry(
    functionNamed(module, "$luaL_where"),
    "(local.set $1 (call $user_level (local.get $0) (local.get $1)))",
  );
  // The compiler put a copy of `luaL_where(L, 1)` into `luaL_error`.
  const info = "(local.tee $2 (i32.add (local.get $3) (i32.const 20)))";
  replaceIn(
    functionNamed(module, "$luaL_error"),
    `(call $lua_getstack (local.get $0) (i32.const 1) ${info})`,
    `(call $lua_getstack (local.get $0)
      (call $user_level (local.get $0) (i32.const 1)) ${info})`,
    { times: 1 },
  );
}
