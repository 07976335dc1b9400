import type { WasmModule } from "./binaryen.ts";
import type { Expression } from "./s_expression.ts";
import { addDefinitions, definitions, isNode, nodesIn, wat } from "./wat.ts";

const NOTE = `
(if (i32.lt_s (global.get $stack_pointer) (global.get $stack_low))
  (then (global.set $stack_low (global.get $stack_pointer))))`;

/**
 * Notes how far down the C stack went, in a new exported global `stack_low`:
 * what was never reached does not have to be cleared.
 *
 * @returns how many places were found where the stack can grow
 */
export function watchStack(module: WasmModule): number {
  let places = 0;
  for (const func of definitions(module, "func")) {
    for (const list of nodesIn(func)) {
      for (let at = 0; at < list.length; at++) {
        const item = list[at]!;
        if (!isNode(item, "global.set") || item[1] !== "$stack_pointer") {
          continue;
        }
        if (isTakenBack(item[2]!)) continue;
        places++;
        list.splice(at + 1, 0, ...wat(NOTE));
      }
    }
  }
  // The loader sets it.
  addDefinitions(
    module,
    `(global $stack_low (mut i32) (i32.const 0))
    (export "stack_low" (global $stack_low))`,
  );
  return places;
}

/** Whether the stack shrinks: a function that returns adds its frame's size. */
function isTakenBack(value: Expression): boolean {
  if (!isNode(value, "i32.add")) return false;
  const size = value[2];
  // Not by a number below zero, as some compilers write a subtraction.
  return isNode(size, "i32.const") && Number(size[1]) > 0;
}
