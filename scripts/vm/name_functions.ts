import type { WasmModule } from "./binaryen.ts";
import { definitions, isNode, type Node, nodesIn } from "./wat.ts";

/**
 * Functions of Lua and its libraries that wasmoon 1.16.0's machine does not
 * export, by the number that Binaryen names them with. They were found by
 * what calls them and what they call, from the exported `lua_*` on; each
 * rewriting checks that its function is the one it takes it for.
 */
const UNNAMED: Readonly<Record<string, number>> = {
  aux_rawset: 58,
  luaL_error: 93,
  luaK_dischargevars: 184,
  luaK_exp2anyreg: 188,
  luaK_exp2val: 190,
  luaG_runerror: 246,
  getobjname: 247,
  luaD_reallocstack: 257,
  luaD_growstack: 258,
  luaD_shrinkstack: 259,
  luaD_precall: 266,
  funcargs: 440,
  internshrstr: 456,
  str_byte: 460,
  str_find_aux: 465,
  gmatch: 467,
  gmatch_aux: 468,
  str_sub: 477,
  str_unpack: 482,
  luaH_get: 499,
  mainpositionTV: 502,
  luaH_getint: 503,
  luaH_getshortstr: 504,
  luaH_getstr: 505,
  luaH_getn: 507,
  luaT_gettm: 519,
  luaT_gettmbyobj: 520,
  luaV_finishget: 543,
  luaV_finishset: 544,
  luaV_concat: 546,
  luaV_execute: 548,
};

/** Gives functions the names they have in C, where they are known. */
export function nameFunctions(module: WasmModule): void {
  const names = new Map<string, string>();
  for (const [name, number] of Object.entries(UNNAMED)) {
    names.set(`$${number}`, `$${name}`);
  }
  for (const [, name, exported] of definitions(module, "export")) {
    if (!isNode(exported, "func")) continue;
    const [, internal] = exported as [string, string];
    if (!names.has(internal)) {
      names.set(internal, `$${(name as string).slice(1, -1)}`);
    }
  }
  const renameFrom = (list: Node, start: number) => {
    for (let at = start; at < list.length; at++) {
      list[at] = names.get(list[at] as string) ?? list[at]!;
    }
  };
  for (const segment of definitions(module, "elem")) renameFrom(segment, 3);
  for (const [, , exported] of definitions(module, "export")) {
    if (isNode(exported, "func")) renameFrom(exported, 1);
  }
  for (const func of definitions(module, "func")) {
    func[1] = names.get(func[1] as string) ?? func[1]!;
    for (const node of nodesIn(func)) {
      if (node[0] === "call") {
        node[1] = names.get(node[1] as string) ?? node[1]!;
      }
    }
  }
}
