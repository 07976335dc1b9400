import type { WasmModule } from "../binaryen.ts";
import { addressOf } from "../data.ts";
import {
  functionNamed,
  isNode,
  type Node,
  nodesIn,
  replaceIn,
} from "../wat.ts";

/**
 * The branch of `getobjname` by the instruction that gave a value, LOADK to
 * SELF. `$block` says that there is no name.
 */
const BY_INSTRUCTION =
  "$block9 $block10 $block $block $block $block $block11 $block $block12 " +
  "$block13 $block14 $block15 $block $block $block $block $block $block16 " +
  "$block";
/** GETTABUP, GETTABLE, GETI, GETFIELD, SELF: fields of something. */
const FIELDS = ["$block12", "$block13", "$block14", "$block15", "$block16"];

/** In `getobjname`: the register that is indexed. */
const REGISTER =
  "(i32.and (i32.shr_u (local.get $4) (i32.const 16)) (i32.const 255))";
/** Where its name is put, relative to `$8`: for GETTABLE, and GETFIELD and SELF. */
const NAMES = [8, 12];

/**
 * Two mends of the names in messages, `attempt to index a nil value (field
 * 'x')`:
 *
 * lua/lua 7923dbbf, in 5.4.7: to name `t.a.b.c` Lua looked for the name of
 * `t.a.b`, and so on to the end of the host's stack. Now it looks no further
 * than one step, by a copy of the function that knows no fields.
 *
 * lua/lua d1ee2a4d, in 5.4.8: a field of the text `"_ENV"` was called a global.
 */
export function mendNamesInErrors(module: WasmModule): void {
  const full = functionNamed(module, "$getobjname");
  const basic = structuredClone(full);
  basic[1] = "$basicgetobjname";
  module.push(basic);
  forgetFields(basic);
  for (const func of [full, basic]) lookOneStepOnly(func);

  const isNo = (kind: string) =>
    `(i32.ne (local.get $0) (i32.const ${addressOf(module, kind) + 3}))`;
  for (const slot of NAMES) {
    const found = `(call $basicgetobjname (local.get $0) (local.get $1)
      ${REGISTER} (i32.add (local.get $8) (i32.const ${slot})))`;
    replaceIn(
      full,
      `(drop ${found})`,
      // Texts of their own in C lie inside of these.
      `(local.set $0 ${found})
      (if (i32.and ${isNo("getlocal")} ${isNo("getupvalue")})
        (then (i32.store offset=${slot} (local.get $8) (i32.const 0))))`,
      { times: 1 },
    );
  }
}

function forgetFields(basic: Node): void {
  const labels = BY_INSTRUCTION.split(" ");
  const found = [...nodesIn(basic)].filter((node) =>
    isNode(node, "br_table") && String(node.slice(1, -1)) === String(labels)
  );
  if (found.length !== 1) throw new TypeError("getobjname has changed");
  const [branch] = found;
  for (let at = 1; at < branch!.length - 1; at++) {
    if (FIELDS.includes(branch![at] as string)) branch![at] = "$block";
  }
}

function lookOneStepOnly(func: Node): void {
  let calls = 0;
  for (const node of nodesIn(func)) {
    if (!isNode(node, "call") || node[1] !== "$getobjname") continue;
    node[1] = "$basicgetobjname";
    calls++;
  }
  if (calls !== 4) throw new TypeError(`${calls} calls, not 4`);
}
