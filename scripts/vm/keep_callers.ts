import type { WasmModule } from "./binaryen.ts";
import { LUA_OPCODES, targetOf } from "./interpreter.ts";
import { functionNamed, isNode, type Node, nodesIn, wat } from "./wat.ts";

/** In `luaV_execute`: L, ci, the pc, the instruction and where registers begin. */
const [STATE, CALL, PC, INSTRUCTION, BASE] = ["$0", "$7", "$3", "$1", "$6"];
/** Free at the beginning of a case. */
const [REGISTER, COUNT] = ["$2", "$4"];
/** Where the interpreter begins a function; it is in `$1`. */
const START_FUNCTION = "$label7";

// Lua 5.4.4's lua_State and CallInfo (lstate.h, 32 bits).
const STATE_TOP = 12;
const CALL_SAVED_PC = 16;
const VALUE_BYTES_SHIFT = 4;

/** What OP_CALL does, with as many results as there are; OP_RETURN follows. */
const PLAIN_CALL = `
(local.set ${REGISTER} (i32.add (local.get ${BASE})
  (i32.and (i32.shr_u (local.get ${INSTRUCTION}) (i32.const 3))
    (i32.const 4080))))
(if (call $is_own (local.get ${STATE}) (local.get ${REGISTER}))
  (then
    (if (local.tee ${COUNT}
        (i32.and (i32.shr_u (local.get ${INSTRUCTION}) (i32.const 16))
          (i32.const 255)))
      (then (i32.store offset=${STATE_TOP} (local.get ${STATE})
        (i32.add (local.get ${REGISTER})
          (i32.shl (local.get ${COUNT}) (i32.const ${VALUE_BYTES_SHIFT}))))))
    (i32.store offset=${CALL_SAVED_PC} (local.get ${CALL}) (local.get ${PC}))
    (br_if ${START_FUNCTION} (local.tee $1
      (call $luaD_precall (local.get ${STATE}) (local.get ${REGISTER})
        (i32.const -1))))
    (unreachable)))`;

/**
 * Makes `return string.format(...)` keep its caller on the stack, as it does
 * in C: what is Lua of this program here is a C function in Lua, and a call of
 * one is no tail call. Otherwise an error in it would have no line.
 */
export function keepCallers(module: WasmModule): void {
  const execute = functionNamed(module, "$luaV_execute");
  const [dispatch] = [...nodesIn(execute)].filter((node) =>
    isNode(node, "br_table") && node.length - 2 === LUA_OPCODES.length
  );
  const label = dispatch?.[1 + targetOf("TAILCALL")];
  const isBlock = (item: Node[number]) =>
    isNode(item, "block") && item[1] === label;
  for (const list of nodesIn(execute)) {
    const at = list.findIndex(isBlock);
    if (at < 0) continue;
    list.splice(at + 1, 0, ...wat(PLAIN_CALL));
    return;
  }
  throw new TypeError("no case of TAILCALL");
}
