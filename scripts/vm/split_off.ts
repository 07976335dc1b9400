import { ByteReader } from "./byte_reader.ts";
import { readExportedFunctions } from "./exported_functions.ts";
import { changeBodies, functionBody } from "./function_bodies.ts";
import { appendToTable, growTable } from "./function_table.ts";
import { countImports, readTypes, VALUE_TYPE } from "./function_types.ts";
import { countGlobals, readGlobals } from "./globals.ts";
import { OP } from "./instructions.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import { operandsIn } from "./operands.ts";
import {
  appendEntries,
  joinBytes,
  nameBytes,
  SECTION,
  section,
  type WasmModule,
} from "./sections.ts";

/** What the rest imports its memory, table and globals from. */
const MAIN = "main";

/** How a split module comes by its rest. */
export interface RestLoader {
  /** The function that it imports for that, which takes and gives nothing. */
  readonly load: number;
  /** The name of the exported global that says whether that was done. */
  readonly ready: string;
}

/**
 * Moves functions out of a module into a second one, which is made only when one
 * of them is called.
 *
 * V8 validates all code of a module before anything of it runs. Functions keep
 * their numbers in both modules; one that the other module has is called through
 * a slot of the function table, which both share, with memory and globals.
 *
 * @param isMoved whether a function goes, by its index among the module's own
 * @returns the second module
 */
export function splitOff(
  module: WasmModule,
  isMoved: (index: number) => boolean,
  loader: RestLoader,
): WasmModule {
  if (countImports(module).globals > 0) {
    throw new TypeError("globals come from outside");
  }
  const bodies = bodiesIn(module);
  const { inMain, inRest } = findCrossings(module, bodies, isMoved);
  const mainSlots = slots(inMain, appendToTable(module, inMain));
  const restSlots = slots(inRest, growTable(module, inRest.length));
  const globals = readGlobals(module)
    .slice(0, countGlobals(bodies.filter((_, own) => isMoved(own))));
  appendEntries(
    module,
    "export",
    globals.map((_, index) => [...nameBytes(globalName(index)), 3, index]),
  );
  const ready = exportReady(module, loader.ready);

  const forward = forwarder(module);
  const rest: WasmModule = new Map([
    [SECTION.type, section(module, "type")],
    [SECTION.import, restImports(module, globals)],
    [SECTION.function, section(module, "function")],
    [SECTION.element, fillSlots(inRest, restSlots)],
    [
      SECTION.code,
      codeOf(
        bodies.map((body, own) =>
          isMoved(own) ? body : forward(own, mainSlots)
        ),
      ),
    ],
  ]);
  const loadFirst = [
    ...[OP.globalGet, ...unsignedLeb(ready), OP.i32Eqz, OP.if, OP.noResult],
    ...[OP.call, ...unsignedLeb(loader.load), OP.end],
  ];
  module.set(
    SECTION.code,
    codeOf(
      bodies.map((body, own) =>
        isMoved(own) ? forward(own, restSlots, loadFirst) : body
      ),
    ),
  );
  return rest;
}

/** What each half has that is called in the other, by index, imports counted. */
interface Crossings {
  readonly inMain: readonly number[];
  readonly inRest: readonly number[];
}

function findCrossings(
  module: WasmModule,
  bodies: readonly Uint8Array[],
  isMoved: (index: number) => boolean,
): Crossings {
  const imports = countImports(module).functions;
  const inMain = new Set<number>();
  const inRest = new Set<number>();
  const note = (index: number, fromRest: boolean) => {
    const own = index - imports;
    if (own < 0 || isMoved(own) === fromRest) return;
    (fromRest ? inMain : inRest).add(index);
  };
  for (
    const index of [
      ...readExportedFunctions(module).values(),
      ...slotsIn(module),
    ]
  ) {
    note(index, false);
  }
  for (const [own, body] of bodies.entries()) {
    for (const { value } of operandsIn(body, OP.call)) {
      note(value, isMoved(own));
    }
  }
  return { inMain: [...inMain], inRest: [...inRest] };
}

/** Slots of the function table by the index of their function. */
type Slots = ReadonlyMap<number, number>;

function slots(functions: readonly number[], first: number): Slots {
  return new Map(functions.map((index, at) => [index, first + at]));
}

/** An element section that puts functions where they are called. */
function fillSlots(functions: readonly number[], slots: Slots): Uint8Array {
  if (functions.length === 0) return Uint8Array.from([0]);
  return joinBytes([
    [1, 0, OP.i32Const, ...signedLeb(slots.get(functions[0]!)!), OP.end],
    unsignedLeb(functions.length),
    ...functions.map(unsignedLeb),
  ]);
}

/**
 * Gives what stands in a half for a function of the other: a call through its
 * slot, or a trap where nothing in this half calls it.
 */
function forwarder(
  module: WasmModule,
): (own: number, slots: Slots, before?: readonly number[]) => Uint8Array {
  const imports = countImports(module).functions;
  const types = readTypes(module);
  const typeOf = readTypeIndexes(module);
  return (own, slots, before = []) => {
    const slot = slots.get(own + imports);
    if (slot === undefined) return bodyOf([OP.unreachable, OP.end]);
    const type = typeOf[own]!;
    const { parameters } = types[type]!;
    return bodyOf([
      ...before,
      ...parameters.flatMap((_, index) => [OP.localGet, ...unsignedLeb(index)]),
      ...[OP.i32Const, ...signedLeb(slot)],
      ...[OP.callIndirect, ...unsignedLeb(type), 0, OP.end],
    ]);
  };
}

/** What the module imports, and then what main has. */
function restImports(
  module: WasmModule,
  globals: readonly Uint8Array[],
): Uint8Array {
  const own = new ByteReader(section(module, "import"));
  const count = own.unsigned();
  const entry = (name: string, kind: number, type: Uint8Array) => [
    ...nameBytes(MAIN),
    ...nameBytes(name),
    kind,
    ...type,
  ];
  return joinBytes([
    unsignedLeb(count + 2 + globals.length),
    own.bytes.subarray(own.position),
    // One table and one memory: the type stands behind the number of them.
    entry("__indirect_function_table", 1, section(module, "table").subarray(1)),
    entry("memory", 2, section(module, "memory").subarray(1)),
    ...globals.map((type, index) => entry(globalName(index), 3, type)),
  ]);
}

function globalName(index: number): string {
  return `global ${index}`;
}

/** A body without locals of its own, without its size. */
function bodyOf(code: readonly number[]): Uint8Array {
  const sized = new ByteReader(Uint8Array.from(functionBody([], code)));
  return sized.take(sized.unsigned());
}

function bodiesIn(module: WasmModule): Uint8Array[] {
  const bodies: Uint8Array[] = [];
  changeBodies(module, (body) => {
    bodies.push(body);
    return body;
  });
  return bodies;
}

function codeOf(bodies: readonly Uint8Array[]): Uint8Array {
  return joinBytes([
    unsignedLeb(bodies.length),
    ...bodies.flatMap((body) => [unsignedLeb(body.length), body]),
  ]);
}

function readTypeIndexes(module: WasmModule): number[] {
  const reader = new ByteReader(section(module, "function"));
  return Array.from({ length: reader.unsigned() }, () => reader.unsigned());
}

function slotsIn(module: WasmModule): number[] {
  const reader = new ByteReader(section(module, "element"));
  reader.take(5);
  return Array.from({ length: reader.unsigned() }, () => reader.unsigned());
}

/** Adds the global that says whether the rest is there: not yet. */
function exportReady(module: WasmModule, name: string): number {
  const index = appendEntries(module, "global", [
    [VALUE_TYPE.i32, 1, OP.i32Const, 0, OP.end],
  ]);
  appendEntries(module, "export", [
    [...nameBytes(name), 3, ...unsignedLeb(index)],
  ]);
  return index;
}
