import { ByteReader } from "./byte_reader.ts";
import { exportedFunctions } from "./exported_functions.ts";
import { functionCode } from "./function_bodies.ts";
import { countImports } from "./function_types.ts";
import { OP } from "./instructions.ts";
import type { WasmModule } from "./sections.ts";

/** The global that holds the top of the C stack; before metering. */
export function stackPointerOf(module: WasmModule): number {
  const index = exportedFunctions(module)("stackSave");
  const code = functionCode(module, index - countImports(module).functions);
  const reader = new ByteReader(code);
  const isGet = reader.byte() === OP.globalGet;
  const pointer = reader.unsigned();
  if (!isGet || reader.byte() !== OP.end) {
    throw new TypeError("stackSave() does not simply give the stack pointer");
  }
  return pointer;
}
