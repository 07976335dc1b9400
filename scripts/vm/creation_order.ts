import type { WasmModule } from "./binaryen.ts";
import { appendToTable } from "./function_table.ts";
import { addDefinitions } from "./wat.ts";

/** Table slots of the two functions, for `lua_pushcclosure`. */
export interface CreationOrderSlots {
  /** `address(object)`: the object's address, a number. */
  readonly address: number;
  /**
   * `newest_first(list)`: puts a list of different addresses of live objects
   * into the order of creation, newest first.
   */
  readonly newestFirst: number;
}

// Where Lua 5.4.4 keeps what is needed here (lstate.h, lobject.h, 32 bits).
const STATE_GLOBAL = 16; // lua_State.l_G
const GLOBAL_ALL_OBJECTS = 88; // global_State.allgc
const OBJECT_MARKS = 5; // GCObject.marked; GCObject.next is at 0
/** The highest bit of `marked`, which Lua leaves to its test suite. */
const FOUND = 0x80;

const ADDRESS = `
(func $address (param $L i32) (result i32)
  (call $lua_pushinteger (local.get $L)
    (i64.extend_i32_u (call $lua_topointer (local.get $L) (i32.const 1))))
  (i32.const 1))`;

const NEWEST_FIRST = `
(func $newest_first (param $L i32) (result i32)
  (local $count i32) (local $index i32) (local $object i32)
  (local.set $index (local.tee $count
    (i32.wrap_i64 (call $lua_rawlen (local.get $L) (i32.const 1)))))
  ;; mark each of the list
  ;; mark each of the list
  (loop $next
    (if (local.get $index) (then
      (drop (call $lua_rawgeti (local.get $L) (i32.const 1)
        (i64.extend_i32_u (local.get $index))))
      (local.set $object (i32.wrap_i64
        (call $lua_tointegerx (local.get $L) (i32.const -1) (i32.const 0))))
      (call $lua_settop (local.get $L) (i32.const -2))
      (i32.store8 offset=${OBJECT_MARKS} (local.get $object)
        (i32.or (i32.const ${FOUND})
          (i32.load8_u offset=${OBJECT_MARKS} (local.get $object))))
      (local.set $index (i32.sub (local.get $index) (i32.const 1)))
      (br $next))))
  ;; walk along all objects, until all that are marked are found
  (local.set $object (i32.load offset=${GLOBAL_ALL_OBJECTS}
    (i32.load offset=${STATE_GLOBAL} (local.get $L))))
  (loop $next_object
    (if (select (local.get $count) (i32.const 0) (local.get $object)) (then
      (if (i32.and (i32.const ${FOUND})
          (i32.load8_u offset=${OBJECT_MARKS} (local.get $object)))
        (then
          (i32.store8 offset=${OBJECT_MARKS} (local.get $object)
            (i32.and (i32.const ${FOUND - 1})
              (i32.load8_u offset=${OBJECT_MARKS} (local.get $object))))
          (local.set $count (i32.sub (local.get $count) (i32.const 1)))
          (call $lua_pushinteger (local.get $L)
            (i64.extend_i32_u (local.get $object)))
          (call $lua_rawseti (local.get $L) (i32.const 1) (i64.extend_i32_u
            (local.tee $index (i32.add (local.get $index) (i32.const 1)))))))
      (local.set $object (i32.load (local.get $object)))
      (br $next_object))))
  (i32.const 0))`;

/**
 * Adds two C functions, for the prelude alone, that tell which of two tables
 * was created first. Lua keeps every object on one list, newest first, and
 * nothing reorders it (finalizers would, and they are refused), so a walk along
 * it is the true order of creation, which an address is not.
 */
export function addCreationOrder(module: WasmModule): CreationOrderSlots {
  addDefinitions(module, ADDRESS + NEWEST_FIRST);
  const slot = appendToTable(module, ["$address", "$newest_first"]);
  return { address: slot, newestFirst: slot + 1 };
}
