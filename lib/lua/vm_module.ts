let compiled: WebAssembly.Module | undefined;

/**
 * Makes the virtual machine ready, once. Evaluations are synchronous
 * afterwards.
 */
export async function loadVm(): Promise<void> {
  if (compiled) return;
  // A worker is given the machine and has no use for the resources.
  const { luaVmBase64 }: typeof import("../resources.ts") = await import(
    import.meta.resolve("../resources.ts")
  );
  useVm(await luaVmBase64());
}

/** Makes the virtual machine ready from its text form. */
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
