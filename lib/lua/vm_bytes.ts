import { bytesFromBase64 } from "../base/base64.ts";
import { LUA_VM_URL, luaVmBase64 } from "../resources/builtin_resources.ts";
import { readOwnFile } from "../system/own_file.ts";

/**
 * The virtual machine as WebAssembly. A bundle has another way to it; see
 * `scripts/bundle.ts`.
 */
export async function vmBytes(): Promise<Uint8Array<ArrayBuffer>> {
  return bytesFromBase64(readOwnFile(LUA_VM_URL) ?? await luaVmBase64());
}
