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

/** Which level is the one asked for, when calls of this program do not count. */
const USER_LEVEL = `
(func $user_level (param $L i32) (param $level i32) (result i32)
  (local $info i32) (local $at i32)
  (if (i32.lt_s (local.get $level) (i32.const 1))
    (then (return (local.get $level))))
  (global.set $stack_pointer (local.tee $info
    (i32.sub (global.get $stack_pointer) (i32.const ${ROOM}))))
  (i32.store offset=${WANTED} (local.get $info) (i32.const ${SOURCE_AND_LINE}))
  (loop $next
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (if (call $lua_getstack (local.get $L) (local.get $at) (local.get $info))
      (then
        (drop (call $lua_getinfo (local.get $L)
          (i32.add (local.get $info) (i32.const ${WANTED}))
          (local.get $info)))
        (local.set $level (i32.sub (local.get $level)
          (call $is_user_call (local.get $info))))
        (br_if $next (local.get $level)))))
  (global.set $stack_pointer
    (i32.add (local.get $info) (i32.const ${ROOM})))
  (local.get $at))
(func $is_user_call (param $info i32) (result i32)
  (i32.or
    (i32.le_s (i32.load offset=${DEBUG_CURRENT_LINE} (local.get $info))
      (i32.const 0))
    (i32.ne (i32.const ${OWN_CHUNK}) (i32.load8_u
      (i32.load offset=${DEBUG_SOURCE} (local.get $info))))))`;

// And its CallInfo (lstate.h, 32 bits).
const CALL_PREVIOUS = 8;
const CALL_STATUS = 34;
const CALLS_C = 2; // CIST_C
const STATE_CALL = 20; // lua_State.ci

/**
 * Where the place of an error that the interpreter raised in a call is: in the
 * nearest call of a profile's, when it is one of this program's own Lua.
 */
const PLACING_CALL = `
(func $placing_call (param $call i32) (result i32)
  (if (i32.eqz (call $is_own_call (local.get $call)))
    (then (return (local.get $call))))
  (loop $next
    (if (i32.eqz (i32.load offset=${CALL_PREVIOUS} (local.get $call)))
      (then (return (local.get $call))))
    (local.set $call (i32.load offset=${CALL_PREVIOUS} (local.get $call)))
    (br_if $next (i32.or (call $is_c_call (local.get $call))
      (call $is_own_call (local.get $call)))))
  (local.get $call))
(func $is_c_call (param $call i32) (result i32)
  (i32.and (i32.load8_u offset=${CALL_STATUS} (local.get $call))
    (i32.const ${CALLS_C})))
(func $is_own_call (param $call i32) (result i32)
  (if (call $is_c_call (local.get $call)) (then (return (i32.const 0))))
  (call $is_own_closure (i32.load (i32.load (local.get $call)))))`;

/**
 * Makes Lua pass over calls of this program's own Lua when it says where an
 * error is and what was called: `string.format` is a function of ours around
 * Lua's, and a wrong argument is the caller's, at the caller's line, by the
 * name and the number that it has there.
 */
export function placeErrors(module: WasmModule): void {
  addDefinitions(module, USER_LEVEL + PLACING_CALL);
  insertAtEntry(
    functionNamed(module, "$luaL_where"),
    "(local.set $1 (call $user_level (local.get $0) (local.get $1)))",
  );
  const level = "(call $user_level (local.get $0) (i32.const 1))";
  // The compiler put a copy of `luaL_where(L, 1)` into `luaL_error`.
  const info = "(local.tee $2 (i32.add (local.get $3) (i32.const 20)))";
  replaceIn(
    functionNamed(module, "$luaL_error"),
    `(call $lua_getstack (local.get $0) (i32.const 1) ${info})`,
    `(call $lua_getstack (local.get $0) ${level} ${info})`,
    { times: 1 },
  );
  // The name and the number of an argument are those of the call there.
  const called = "(i32.add (local.get $3) (i32.const 52))";
  replaceIn(
    functionNamed(module, "$luaL_argerror"),
    `(call $lua_getstack (local.get $0) (i32.const 0) ${called})`,
    `(call $lua_getstack (local.get $0)
      (i32.sub ${level} (i32.const 1)) ${called})`,
    { times: 1 },
  );
  const current = `(i32.load offset=${STATE_CALL} (local.get $0))`;
  replaceIn(
    functionNamed(module, "$luaG_runerror"),
    `(local.set $3 ${current})`,
    `(local.set $3 (call $placing_call ${current}))`,
    { times: 1 },
  );
}
