import { ByteReader } from "./byte_reader.ts";
import { changeBodies } from "./function_bodies.ts";
import {
  countImports,
  type FunctionType,
  typeIndex,
} from "./function_types.ts";
import { OP } from "./instructions.ts";
import { unsignedLeb } from "./leb128.ts";
import { operandsIn } from "./operands.ts";
import {
  appendEntries,
  joinBytes,
  nameBytes,
  SECTION,
  section,
  type WasmModule,
} from "./sections.ts";

/**
 * Adds a function that the module imports. The module's own come after all
 * imports: whatever names one of them is changed.
 *
 * @returns the index of the new function
 */
export function addImport(
  module: WasmModule,
  from: string,
  name: string,
  type: FunctionType,
): number {
  const added = countImports(module).functions;
  const moved = (index: number) => index < added ? index : index + 1;
  appendEntries(module, "import", [
    [
      ...nameBytes(from),
      ...nameBytes(name),
      0,
      ...unsignedLeb(typeIndex(module, type)),
    ],
  ]);
  changeBodies(module, (body) => withCalls(body, moved));
  module.set(SECTION.export, withExports(section(module, "export"), moved));
  module.set(SECTION.element, withElements(section(module, "element"), moved));
  return added;
}

type Moved = (index: number) => number;

function withCalls(body: Uint8Array, moved: Moved): Uint8Array {
  const parts: ArrayLike<number>[] = [];
  let from = 0;
  for (const { start, end, value } of operandsIn(body, OP.call)) {
    parts.push(body.subarray(from, start), unsignedLeb(moved(value)));
    from = end;
  }
  return joinBytes([...parts, body.subarray(from)]);
}

function withExports(exports: Uint8Array, moved: Moved): Uint8Array {
  const reader = new ByteReader(exports);
  const count = reader.unsigned();
  const parts: ArrayLike<number>[] = [unsignedLeb(count)];
  for (let left = count; left > 0; left--) {
    const name = reader.name();
    const kind = reader.byte();
    const index = reader.unsigned();
    parts.push(nameBytes(name), [
      kind,
      ...unsignedLeb(kind === 0 ? moved(index) : index),
    ]);
  }
  return joinBytes(parts);
}

/** One active segment of function indices, as {@linkcode appendToTable} asks for. */
function withElements(elements: Uint8Array, moved: Moved): Uint8Array {
  const reader = new ByteReader(elements);
  const start = reader.take(5);
  const count = reader.unsigned();
  return joinBytes([
    start,
    unsignedLeb(count),
    ...Array.from(
      { length: count },
      () => unsignedLeb(moved(reader.unsigned())),
    ),
  ]);
}
