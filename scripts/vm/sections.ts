import { ByteReader } from "./byte_reader.ts";
import { unsignedLeb } from "./leb128.ts";

/** The ids of the sections this program works on. */
export const SECTION = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
} as const;

/** A module as its sections, in order; the bytes are the section's contents. */
export type WasmModule = Map<number, Uint8Array>;

const HEADER: readonly number[] = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** Cuts a binary into its sections; custom sections (names, tools) go. */
export function readModule(wasm: Uint8Array): WasmModule {
  const reader = new ByteReader(wasm);
  if (reader.take(8).some((byte, index) => byte !== HEADER[index])) {
    throw new TypeError("not a WebAssembly binary of version 1");
  }
  const module: WasmModule = new Map();
  while (!reader.done) {
    const id = reader.byte();
    const contents = reader.take(reader.unsigned());
    if (id !== SECTION.custom) module.set(id, contents);
  }
  return module;
}

/** Puts a module together again. */
export function writeModule(module: WasmModule): Uint8Array<ArrayBuffer> {
  const parts: ArrayLike<number>[] = [HEADER];
  for (const [id, contents] of module) {
    parts.push([id, ...unsignedLeb(contents.length)], contents);
  }
  return joinBytes(parts);
}

/** The contents of a section that must be there. */
export function section(
  module: WasmModule,
  name: keyof typeof SECTION,
): Uint8Array {
  const contents = module.get(SECTION[name]);
  if (!contents) throw new TypeError(`the module has no ${name} section`);
  return contents;
}

/**
 * Adds entries at the end of a section that is a counted list, so that no
 * index in use moves.
 *
 * @returns the index of the first entry added
 */
export function appendEntries(
  module: WasmModule,
  name: keyof typeof SECTION,
  entries: readonly ArrayLike<number>[],
): number {
  const contents = section(module, name);
  const reader = new ByteReader(contents);
  const count = reader.unsigned();
  const rest = contents.subarray(reader.position);
  module.set(
    SECTION[name],
    joinBytes([unsignedLeb(count + entries.length), rest, ...entries]),
  );
  return count;
}

/** One array of bytes out of many. */
export function joinBytes(
  parts: readonly ArrayLike<number>[],
): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length);
  let position = 0;
  for (const part of parts) {
    bytes.set(part, position);
    position += part.length;
  }
  return bytes;
}

/** A name as it stands in imports and exports. */
export function nameBytes(name: string): number[] {
  const bytes = new TextEncoder().encode(name);
  return [...unsignedLeb(bytes.length), ...bytes];
}
