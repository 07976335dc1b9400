import type { WasmModule } from "./binaryen.ts";
import {
  addDefinitions,
  definitions,
  functionNamed,
  replaceIn,
} from "./wat.ts";

/** What `luaL_tolstring` formats a table, function or thread with. */
const WITH_ADDRESS = "\\00%s: %p\\00";
const WITH_NUMBER = "\\00%s: %d\\00";

const REGISTRY_INDEX = -1_001_000;
/** An address where nothing lies: what the registry keeps the numbers under. */
export const IDENTITIES_KEY = 768;

/**
 * The number of an object, by the table of them in the registry; in its field
 * 0 stands how many there are.
 */
const IDENTITY = `
(func $identity (param $L i32) (param $index i32) (result i32)
  (local $number i64)
  (drop (call $lua_rawgetp (local.get $L) (i32.const ${REGISTRY_INDEX})
    (i32.const ${IDENTITIES_KEY})))
  (call $lua_pushvalue (local.get $L) (local.get $index))
  (if (i32.eqz (call $lua_rawget (local.get $L) (i32.const -2)))
    (then
      (drop (call $lua_rawgeti (local.get $L) (i32.const -2) (i64.const 0)))
      (local.set $number (i64.add (i64.const 1) (call $lua_tointegerx
        (local.get $L) (i32.const -1) (i32.const 0))))
      (call $lua_pushvalue (local.get $L) (local.get $index))
      (call $lua_pushinteger (local.get $L) (local.get $number))
      (call $lua_rawset (local.get $L) (i32.const -5))
      (call $lua_pushinteger (local.get $L) (local.get $number))
      (call $lua_rawseti (local.get $L) (i32.const -4) (i64.const 0))
      (call $lua_settop (local.get $L) (i32.const -2)))
    (else
      (local.set $number (call $lua_tointegerx (local.get $L) (i32.const -1)
        (i32.const 0)))))
  (call $lua_settop (local.get $L) (i32.const -3))
  (i32.wrap_i64 (local.get $number)))`;

/**
 * Makes `tostring`, `%s` and every message say `table: 1` where Lua says
 * `table: 0x55d0c8`: an address is no fact about a profile, and it changes
 * with the length of a comment. Objects are numbered in the order in which
 * they are first asked for.
 */
export function numberIdentities(module: WasmModule): void {
  addDefinitions(module, IDENTITY);
  replaceIn(
    functionNamed(module, "$luaL_tolstring"),
    "(call $lua_topointer (local.get $0) (local.get $1))",
    "(call $identity (local.get $0) (local.get $1))",
    { times: 2 },
  );
  const found = definitions(module, "data").filter((data) =>
    (data.at(-1) as string).includes(WITH_ADDRESS)
  );
  if (found.length !== 1) {
    throw new TypeError("the format of addresses was not found");
  }
  const [data] = found;
  data!.push((data!.pop() as string).replace(WITH_ADDRESS, WITH_NUMBER));
}
