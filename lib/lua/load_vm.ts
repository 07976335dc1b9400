import { vmBytes } from "./vm_bytes.ts";
import { isVmReady, useCompiledVm } from "./vm_module.ts";

let loading: Promise<void> | undefined;

/**
 * Makes the virtual machine ready, once. Evaluations are synchronous
 * afterwards.
 */
export async function loadVm(): Promise<void> {
  if (isVmReady()) return;
  loading ??= load().finally(() => loading = undefined);
  await loading;
}

async function load(): Promise<void> {
  // On another thread, while this one goes on.
  useCompiledVm(await WebAssembly.compile(await vmBytes()));
}
