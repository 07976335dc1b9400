import { LUA_VM_URL, luaVmBase64 } from "../resources.ts";
import { readOwnFile } from "../system/own_file.ts";
import { cutVm, type VmBytes } from "./vm_text.ts";

/**
 * The virtual machine as WebAssembly. A bundle has another way to it; see
 * `scripts/bundle.ts`.
 */
export async function vmBytes(): Promise<VmBytes> {
  return cutVm(readOwnFile(LUA_VM_URL) ?? await luaVmBase64());
}
