import type { MachineCode } from "../../lib/lua/machine_code.ts";

/** The code of a machine before it is divided. */
export function undivided(module: WebAssembly.Module): MachineCode {
  return {
    module,
    rest: () => {
      throw new TypeError("this machine has no second part");
    },
  };
}
