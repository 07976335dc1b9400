import type { WasmModule } from "./binaryen.ts";
import { definitions, insertAtEntry, isNode } from "./wat.ts";

/** musl's `fmt_fp`, the one place that turns floats to text: (FILE*, double, ...). */
const FORMAT_FLOAT = "i32 f64 i32 i32 i32 i32";

/**
 * WebAssembly leaves the sign of a computed NaN to the processor, and C prints
 * it (`-nan`). Here every NaN prints as `nan`.
 */
export function printNanOneWay(module: WasmModule): void {
  const found = definitions(module, "func").filter((func) =>
    func.filter((item) => isNode(item, "param"))
      .map(([, , type]) => type as string).join(" ") === FORMAT_FLOAT
  );
  if (found.length !== 1) {
    throw new TypeError("the function that prints floats was not found");
  }
  insertAtEntry(
    found[0]!,
    `(if (f64.ne (local.get $1) (local.get $1))
      (then (local.set $1 (f64.const nan))))`,
  );
}
