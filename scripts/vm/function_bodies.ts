import { ByteReader } from "./byte_reader.ts";
import { unsignedLeb } from "./leb128.ts";
import { joinBytes, SECTION, section, type WasmModule } from "./sections.ts";

/**
 * A function as the code section holds it: its size, locals and code.
 *
 * @param locals groups: how many, at most 127, and of which type
 */
export function functionBody(
  locals: readonly (readonly number[])[],
  code: readonly number[],
): number[] {
  const body = [...unsignedLeb(locals.length), ...locals.flat(), ...code];
  return [...unsignedLeb(body.length), ...body];
}

/**
 * Changes the functions of a module.
 *
 * @param change gets the locals and the code of each function, and its index
 * among the module's own
 */
export function changeBodies(
  module: WasmModule,
  change: (body: Uint8Array, index: number) => Uint8Array,
): void {
  const reader = new ByteReader(section(module, "code"));
  const count = reader.unsigned();
  const bodies: ArrayLike<number>[] = [unsignedLeb(count)];
  for (let index = 0; index < count; index++) {
    const body = change(reader.take(reader.unsigned()), index);
    bodies.push(unsignedLeb(body.length), body);
  }
  module.set(SECTION.code, joinBytes(bodies));
}

/**
 * Changes the code of one function.
 *
 * @param index the function's, among the module's own
 * @param change gets the code behind the declaration of the locals
 */
export function changeFunction(
  module: WasmModule,
  index: number,
  change: (code: Uint8Array) => Uint8Array,
): void {
  changeBodies(module, (body, at) => {
    if (at !== index) return body;
    const start = codeStart(body);
    return joinBytes([body.subarray(0, start), change(body.subarray(start))]);
  });
}

/** Puts instructions at the entry of a function, behind its locals. */
export function insertAtEntry(
  module: WasmModule,
  index: number,
  instructions: readonly number[],
): void {
  changeFunction(module, index, (code) => joinBytes([instructions, code]));
}

/** The code of a function, without the declaration of its locals. */
export function functionCode(module: WasmModule, index: number): Uint8Array {
  const reader = new ByteReader(section(module, "code"));
  reader.unsigned();
  for (let at = 0; at < index; at++) reader.take(reader.unsigned());
  const body = reader.take(reader.unsigned());
  return body.subarray(codeStart(body));
}

/** Where the code begins in a body, behind the declaration of the locals. */
export function codeStart(body: Uint8Array): number {
  const reader = new ByteReader(body);
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    reader.skipLeb();
    reader.byte();
  }
  return reader.position;
}
