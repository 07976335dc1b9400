let compiled: WebAssembly.Module | undefined;

/** Whether there is a machine to evaluate with. */
export function isVmReady(): boolean {
  return compiled !== undefined;
}

/** Makes the virtual machine ready from its text form, base64, at once. */
export function useVm(text: string): void {
  compiled ??= new WebAssembly.Module(Uint8Array.fromBase64(text));
}

/** Makes the virtual machine ready with one that was compiled elsewhere. */
export function useCompiledVm(module: WebAssembly.Module): void {
  compiled ??= module;
}

/** The code of the machine. */
export function vmModule(): WebAssembly.Module {
  if (!compiled) throw new TypeError("loadVm() was not called");
  return compiled;
}
