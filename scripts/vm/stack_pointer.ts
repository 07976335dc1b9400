import type { WasmModule } from "./binaryen.ts";
import { isSameExpression } from "./s_expression.ts";
import {
  codeStart,
  definitions,
  functionNamed,
  isNode,
  nodesIn,
  wat,
} from "./wat.ts";

/** Calls the global that holds the top of the C stack `$stack_pointer`. */
export function nameStackPointer(module: WasmModule): void {
  const save = functionNamed(module, "$stackSave");
  const code = save.slice(codeStart(save));
  const name = isNode(code[0], "global.get") ? code[0][1] as string : "";
  if (!isSameExpression(code, wat(`(global.get ${name})`))) {
    throw new TypeError("stackSave() does not simply give the stack pointer");
  }
  for (const word of ["global", "func"]) {
    for (const definition of definitions(module, word)) {
      for (const node of nodesIn(definition)) {
        const [of] = node;
        const isUse = of === "global" || of === "global.get" ||
          of === "global.set";
        if (isUse && node[1] === name) node[1] = "$stack_pointer";
      }
    }
  }
}
