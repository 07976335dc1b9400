let compiled: WebAssembly.Module | undefined;

/** Whether there is a machine to evaluate with. */
export function isVmReady(): boolean {
  return compiled !== undefined;
}

/** Makes the virtual machine ready from its text form, at once. */
export function useVm(base64: string): void {
  compiled ??= new WebAssembly.Module(Uint8Array.fromBase64(base64));
}

/** Makes the virtual machine ready with one that was compiled elsewhere. */
export function useCompiledVm(module: WebAssembly.Module): void {
  compiled ??= module;
}

/** The compiled machine. */
export function vmModule(): WebAssembly.Module {
  if (!compiled) throw new TypeError("loadVm() was not called");
  return compiled;
}
