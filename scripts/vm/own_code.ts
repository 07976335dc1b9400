import type { WasmModule } from "./binaryen.ts";
import { addDefinitions } from "./wat.ts";

/** What the name of a chunk of this program begins with; a profile's: `@`. */
const OWN_CHUNK = 0x3d; // "="

// Lua 5.4.4's objects (lobject.h, 32 bits).
const VALUE_TAG = 8;
const TAG_BITS = 0x3f;
const LUA_CLOSURE = 6; // LUA_VLCL
const C_FUNCTIONS = [22, 38]; // LUA_VLCF, LUA_VCCL
const CLOSURE_PROTO = 12;
const PROTO_SOURCE = 76;
const STRING_TEXT = 16;
const TM_CALL = 23;

/**
 * Adds `$is_own(L, value)`: whether calling a value calls Lua of this program
 * itself, as `string.format` does, and not of a profile.
 */
export function addIsOwn(module: WasmModule): void {
  const [light, closure] = C_FUNCTIONS;
  addDefinitions(
    module,
    `(func $is_own (param $L i32) (param $value i32) (result i32)
      (local $tag i32)
      (local.set $tag (call $tag_of (local.get $value)))
      (if (i32.or (i32.eq (local.get $tag) (i32.const ${light}))
          (i32.eq (local.get $tag) (i32.const ${closure})))
        (then (return (i32.const 0))))
      (if (i32.ne (local.get $tag) (i32.const ${LUA_CLOSURE}))
        (then (if (i32.ne (i32.const ${LUA_CLOSURE}) (call $tag_of
            (local.tee $value (call $luaT_gettmbyobj (local.get $L)
              (local.get $value) (i32.const ${TM_CALL})))))
          (then (return (i32.const 0))))))
      (call $is_own_closure (i32.load (local.get $value))))
    (func $tag_of (param $value i32) (result i32)
      (i32.and (i32.load8_u offset=${VALUE_TAG} (local.get $value))
        (i32.const ${TAG_BITS})))
    (func $is_own_closure (param $closure i32) (result i32)
      (i32.eq (i32.const ${OWN_CHUNK})
        (i32.load8_u offset=${STRING_TEXT} (i32.load offset=${PROTO_SOURCE}
          (i32.load offset=${CLOSURE_PROTO} (local.get $closure))))))`,
  );
}
