import type { WasmModule } from "./binaryen.ts";
import { definitions, isNode } from "./wat.ts";

/** Bytes of a WebAssembly page. */
export const PAGE_BYTES = 65536;

/**
 * Sets how much memory an instance starts with and how much the engine itself
 * will ever give it.
 */
export function limitMemory(
  module: WasmModule,
  limits: { readonly minimumBytes: number; readonly maximumBytes: number },
): void {
  const [memory] = definitions(module, "memory");
  if (memory?.length !== 4) {
    throw new TypeError("the memory is not as expected");
  }
  memory[2] = String(limits.minimumBytes / PAGE_BYTES);
  memory[3] = String(limits.maximumBytes / PAGE_BYTES);
}

/** Keeps only the exports that the loader uses: less to see, less to start. */
export function keepExports(
  module: WasmModule,
  wanted: readonly string[],
): void {
  const missing = new Set(wanted.map((name) => `"${name}"`));
  const kept = module.filter((item) =>
    !isNode(item, "export") || missing.delete(item[1] as string)
  );
  if (missing.size > 0) {
    throw new TypeError(
      `the module does not export ${[...missing].join(", ")}`,
    );
  }
  module.splice(0, module.length, ...kept);
}
