import { bytesFromBase64 } from "../base/base64.ts";
import { vmBytes } from "./vm_bytes.ts";

/** Compiles the virtual machine, on another thread while this one goes on. */
export async function compileVm(): Promise<WebAssembly.Module> {
  return await WebAssembly.compile(await vmBytes());
}

/** The same at once, from its text form. */
export function compileVmText(text: string): WebAssembly.Module {
  return new WebAssembly.Module(bytesFromBase64(text));
}
