import type { WasmModule } from "../binaryen.ts";
import { addDefinitions, functionNamed, isNode, nodesIn } from "../wat.ts";

/** Functions of the string library, and how many positions each takes. */
const POSITIONS: Readonly<Record<string, number>> = {
  str_byte: 2,
  str_find_aux: 1,
  gmatch: 1,
  str_sub: 2,
  str_unpack: 1,
};

const ARGUMENTS = ["$luaL_checkinteger", "$luaL_optinteger"];

/** No string is longer than memory: a position behind it is as good. */
const CLAMP = `
(func $clamp_position (param $position i64) (result i64)
  (select (local.get $position) (i64.const ${0x7fff_ffff})
    (i64.lt_s (local.get $position) (i64.const ${0x7fff_ffff}))))`;

/**
 * In 32 bits a position of 2^32 and more loses its upper half (`posrelatI`,
 * `getendpos`), not mended upstream: `("x"):byte(2^32)` read in front of the
 * string.
 */
export function mendPositions(module: WasmModule): void {
  addDefinitions(module, CLAMP);
  for (const [name, positions] of Object.entries(POSITIONS)) {
    let found = 0;
    for (const node of [...nodesIn(functionNamed(module, `$${name}`))]) {
      if (!isNode(node, "call") || !ARGUMENTS.includes(node[1] as string)) {
        continue;
      }
      found++;
      node.splice(0, Infinity, "call", "$clamp_position", [...node]);
    }
    if (found !== positions) throw new TypeError(`${name}: ${found} positions`);
  }
}
