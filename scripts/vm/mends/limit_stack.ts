import type { WasmModule } from "../binaryen.ts";
import { functionNamed, replaceIn } from "../wat.ts";

/** `LUAI_MAXSTACK` as it was compiled. */
const OLD = 1_000_000;
/**
 * And as it is here: what recursion without an end can use ends well before
 * memory does, in "stack overflow" with its line. 200,000 would be too few for
 * programs that hand 100,000 arguments on.
 */
export const MAX_STACK_SLOTS = 300_000;

const SLOT_BYTES = 16;
/** What an error handler may use beyond (ldo.c, ERRORSTACKSIZE). */
const FOR_ERRORS = 200;

/** Sets how many slots Lua's stack may have. */
export function limitStack(module: WasmModule): void {
  const limits: readonly [
    name: string,
    times: number,
    (max: number) => number,
  ][] = [
    ["$luaD_growstack", 1, (max) => SLOT_BYTES * max + 1],
    ["$luaD_growstack", 1, (max) => max - 1],
    ["$luaD_growstack", 3, (max) => max],
    ["$luaD_growstack", 1, (max) => max + FOR_ERRORS],
    ["$luaD_shrinkstack", 1, (max) => max - 1],
    ["$luaD_shrinkstack", 3, (max) => max],
    ["$luaD_shrinkstack", 1, (max) => Math.floor(max / 3) - 1],
  ];
  for (const [name, times, of] of limits) {
    const constant = (max: number) => `(i32.const ${of(max)})`;
    replaceIn(
      functionNamed(module, name),
      constant(OLD),
      constant(MAX_STACK_SLOTS),
      { times },
    );
  }
}
