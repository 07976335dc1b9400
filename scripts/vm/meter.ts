import { ByteReader } from "./byte_reader.ts";
import {
  countImports,
  readFunctionTypes,
  VALUE_TYPE,
} from "./function_types.ts";
import { BULK, OP, skipInstruction } from "./instructions.ts";
import { signedLeb, unsignedLeb } from "./leb128.ts";
import {
  appendEntries,
  joinBytes,
  nameBytes,
  SECTION,
  section,
  type WasmModule,
} from "./sections.ts";

/** Bulk memory instructions cost one step for each 2^5 bytes they touch. */
const BULK_BYTES_SHIFT = 5;

/** What was counted while metering; the build checks it against an update. */
export interface MeterReport {
  readonly functions: number;
  readonly loops: number;
  readonly bulk: number;
}

/**
 * Makes every path through the module pay. A new exported global, `fuel`,
 * goes down by one at each function entry and each turn of a loop, and by the
 * size of each bulk memory operation; below zero the module traps. No program
 * can run on without passing one of them, and no code inside the VM can see or
 * catch a trap: the limit is a number of steps, equal on every machine.
 */
export function meter(module: WasmModule): MeterReport {
  const fuel = countImports(module).globals + appendEntries(module, "global", [
    // A mutable i32; the loader sets it before anything it calls.
    [VALUE_TYPE.i32, 1, OP.i32Const, ...signedLeb(0x7fffffff), OP.end],
  ]);
  appendEntries(module, "export", [
    [...nameBytes("fuel"), 3, ...unsignedLeb(fuel)],
  ]);

  const report = { functions: 0, loops: 0, bulk: 0 };
  const types = readFunctionTypes(module);
  const reader = new ByteReader(section(module, "code"));
  const count = reader.unsigned();
  const bodies: ArrayLike<number>[] = [unsignedLeb(count)];
  for (let index = 0; index < count; index++) {
    const body = reader.take(reader.unsigned());
    const metered = meterBody(
      body,
      types[index].parameters.length,
      fuel,
      report,
    );
    bodies.push(unsignedLeb(metered.length), metered);
    report.functions++;
  }
  module.set(SECTION.code, joinBytes(bodies));
  return report;
}

function meterBody(
  body: Uint8Array,
  parameters: number,
  fuel: number,
  report: { loops: number; bulk: number },
): Uint8Array {
  const reader = new ByteReader(body);
  const groups = reader.unsigned();
  const groupsStart = reader.position;
  let locals = parameters;
  for (let left = groups; left > 0; left--) {
    locals += reader.unsigned();
    reader.byte();
  }
  const groupsEnd = reader.position;

  const step = countDown(fuel, [OP.i32Const, 1]);
  // One more local, behind those in use, holds the size of a bulk operation
  // while it is charged.
  const size = unsignedLeb(locals);
  const bulkStep = [
    ...[OP.localSet, ...size],
    ...countDown(fuel, [
      ...[OP.localGet, ...size, OP.i32Const, BULK_BYTES_SHIFT, OP.i32ShrU],
    ]),
    ...[OP.localGet, ...size],
  ];
  const parts: ArrayLike<number>[] = [
    unsignedLeb(groups + 1),
    body.subarray(groupsStart, groupsEnd),
    [1, VALUE_TYPE.i32],
    step,
  ];
  while (!reader.done) {
    const start = reader.position;
    const op = skipInstruction(reader);
    const instruction = body.subarray(start, reader.position);
    if (op === OP.bulk && instruction[1] >= BULK.memoryCopy) {
      report.bulk++;
      parts.push(bulkStep);
    }
    parts.push(instruction);
    if (op === OP.loop) {
      report.loops++;
      parts.push(step);
    }
  }
  return joinBytes(parts);
}

/** `fuel -= cost; if (fuel < 0) trap` */
function countDown(fuel: number, cost: readonly number[]): number[] {
  const global = unsignedLeb(fuel);
  return [
    ...[OP.globalGet, ...global, ...cost, OP.i32Sub, OP.globalSet, ...global],
    ...[OP.globalGet, ...global, OP.i32Const, 0, OP.i32LtS],
    ...[OP.if, OP.noResult, OP.unreachable, OP.end],
  ];
}
