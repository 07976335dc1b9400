import { ByteReader } from "./byte_reader.ts";
import { unsignedLeb } from "./leb128.ts";
import { joinBytes, SECTION, section, type WasmModule } from "./sections.ts";

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
  module.set(
    SECTION.memory,
    Uint8Array.from([
      ...[1, 1], // one memory, which has a maximum
      ...unsignedLeb(limits.minimumBytes / PAGE_BYTES),
      ...unsignedLeb(limits.maximumBytes / PAGE_BYTES),
    ]),
  );
}

/** Keeps only the exports that the loader uses: less to see, less to start. */
export function keepExports(
  module: WasmModule,
  wanted: readonly string[],
): void {
  const reader = new ByteReader(section(module, "export"));
  const missing = new Set(wanted);
  const kept: Uint8Array[] = [];
  for (let left = reader.unsigned(); left > 0; left--) {
    const start = reader.position;
    const name = reader.name();
    reader.byte();
    reader.skipLeb();
    if (missing.delete(name)) {
      kept.push(reader.bytes.subarray(start, reader.position));
    }
  }
  if (missing.size > 0) {
    throw new TypeError(
      `the module does not export ${[...missing].join(", ")}`,
    );
  }
  module.set(SECTION.export, joinBytes([unsignedLeb(kept.length), ...kept]));
}
