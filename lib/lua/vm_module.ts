import type { MachineCode } from "./machine_code.ts";
import { cutVm } from "./vm_text.ts";

let code: MachineCode | undefined;

/** Whether there is a machine to evaluate with. */
export function isVmReady(): boolean {
  return code !== undefined;
}

/** Makes the virtual machine ready from its text form, at once. */
export function useVm(text: string): void {
  if (code) return;
  const { main, rest } = cutVm(text);
  code = { module: new WebAssembly.Module(main), rest };
}

/** Makes the virtual machine ready with one that was compiled elsewhere. */
export function useCompiledVm(compiled: MachineCode): void {
  code ??= compiled;
}

/** The code of the machine. */
export function vmCode(): MachineCode {
  if (!code) throw new TypeError("loadVm() was not called");
  return code;
}
