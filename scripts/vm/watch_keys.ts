import type { WasmModule } from "./binaryen.ts";
import { appendToTable } from "./function_table.ts";
import { addDefinitions, functionNamed, replaceIn } from "./wat.ts";

/** Table slots of three functions, for `lua_pushcclosure`. */
export interface KeyWatchSlots {
  /** `watch_keys(t)`: from now on it is noted when a key is added. */
  readonly watch: number;
  /** `keys_unchanged(t)`: whether none was added since. */
  readonly unchanged: number;
  /** `has_low_number(t)`: whether a number below 1 is a key. */
  readonly hasLowNumber: number;
}

// Lua 5.4.4's Table and Node (lobject.h, 32 bits).
const TABLE_FLAGS = 6;
const TABLE_NODES_LOG = 7;
const TABLE_NODES = 16;
const NODE_BYTES = 24;
const NODE_VALUE_TAG = 8;
const NODE_KEY_TAG = 9;
const NODE_KEY = 16;
const TYPE_BITS = 15; // 0: nothing is there
const INTEGER = 3; // LUA_VNUMINT
const FLOAT = 19; // LUA_VNUMFLT

/** The bit of a table's flags that Lua leaves free: nothing was added. */
const UNCHANGED = 0x40;
/** What Lua keeps of the flags when something is added: all but metamethods. */
const KEPT = 0xc0;

const FUNCTIONS = `
(func $watch_keys (param $L i32) (result i32) (local $table i32)
  (local.set $table (call $lua_topointer (local.get $L) (i32.const 1)))
  (i32.store8 offset=${TABLE_FLAGS} (local.get $table)
    (i32.or (i32.const ${UNCHANGED})
      (i32.load8_u offset=${TABLE_FLAGS} (local.get $table))))
  (i32.const 0))
(func $keys_unchanged (param $L i32) (result i32)
  (call $lua_pushboolean (local.get $L)
    (i32.and (i32.const ${UNCHANGED}) (i32.load8_u offset=${TABLE_FLAGS}
      (call $lua_topointer (local.get $L) (i32.const 1)))))
  (i32.const 1))
(func $has_low_number (param $L i32) (result i32)
  (local $node i32) (local $left i32)
  (local.set $left (call $lua_topointer (local.get $L) (i32.const 1)))
  (local.set $node (i32.load offset=${TABLE_NODES} (local.get $left)))
  (local.set $left (i32.shl (i32.const 1)
    (i32.load8_u offset=${TABLE_NODES_LOG} (local.get $left))))
  (loop $next
    (if (call $is_low_number (local.get $node))
      (then
        (call $lua_pushboolean (local.get $L) (i32.const 1))
        (return (i32.const 1))))
    (local.set $node (i32.add (local.get $node) (i32.const ${NODE_BYTES})))
    (br_if $next (local.tee $left
      (i32.sub (local.get $left) (i32.const 1)))))
  (call $lua_pushboolean (local.get $L) (i32.const 0))
  (i32.const 1))
(func $is_low_number (param $node i32) (result i32) (local $key i32)
  (if (i32.eqz (i32.and (i32.const ${TYPE_BITS})
      (i32.load8_u offset=${NODE_VALUE_TAG} (local.get $node))))
    (then (return (i32.const 0))))
  (local.set $key (i32.load8_u offset=${NODE_KEY_TAG} (local.get $node)))
  (if (i32.eq (local.get $key) (i32.const ${INTEGER}))
    (then (return (i64.lt_s (i64.load offset=${NODE_KEY} (local.get $node))
      (i64.const 1)))))
  (if (i32.eq (local.get $key) (i32.const ${FLOAT}))
    (then (return (f64.lt (f64.load offset=${NODE_KEY} (local.get $node))
      (f64.const 1)))))
  (i32.const 0))`;

/**
 * Adds three C functions, for the prelude alone, by which `next(t)` knows the
 * first key of a table again. Where Lua forgets which metamethods a table has
 * not, since something was added to it, it forgets one bit more.
 */
export function addKeyWatch(module: WasmModule): KeyWatchSlots {
  for (
    const [name, table] of [["$luaV_finishset", "$6"], ["$aux_rawset", "$1"]]
  ) {
    const flags = `(i32.load8_u offset=${TABLE_FLAGS} (local.get ${table}))`;
    replaceIn(
      functionNamed(module, name!),
      `(i32.and ${flags} (i32.const ${KEPT}))`,
      `(i32.and ${flags} (i32.const ${KEPT & ~UNCHANGED}))`,
      { times: 1 },
    );
  }
  addDefinitions(module, FUNCTIONS);
  const slot = appendToTable(module, [
    "$watch_keys",
    "$keys_unchanged",
    "$has_low_number",
  ]);
  return { watch: slot, unchanged: slot + 1, hasLowNumber: slot + 2 };
}
