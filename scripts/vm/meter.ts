import { ByteReader } from "./byte_reader.ts";
import { changeBodies } from "./function_bodies.ts";
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
  type WasmModule,
} from "./sections.ts";

/** Bulk memory instructions cost one step for each 2^5 bytes they touch. */
const BULK_BYTES_SHIFT = 5;
/** And this much however little they touch: they take 8 ns at least. */
const BULK_COST = 1;

/** Instructions after which another may not be reached. */
const LEAVES: ReadonlySet<number> = new Set([
  OP.br,
  OP.brIf,
  OP.brTable,
  OP.return,
  OP.unreachable,
]);

/** Code that leaves a number of steps on the stack. */
type Cost = readonly number[];

/** What a plain count of entries and turns does not tell about a module. */
export interface Prices {
  /** Functions in which a step costs more, by index among the module's own. */
  readonly memoryBound: ReadonlySet<number>;
  readonly memoryBoundCost: Cost;
  /** The one branch at which the interpreter picks an instruction. */
  readonly dispatch: {
    readonly functionIndex: number;
    /** What any other turn of a loop costs in that function. */
    readonly turnCost: Cost;
    /** How many targets the branch has. */
    readonly cases: number;
    /** @param target code that leaves the number of the target on the stack */
    readonly cost: (target: readonly number[]) => Cost;
  };
}

/** What was counted while metering; the build compares it with what it expects. */
export interface MeterReport {
  functions: number;
  loops: number;
  bulk: number;
  dispatches: number;
}

/**
 * Makes every path through the module pay. A new exported global, `fuel`, goes
 * down at each function entry, each turn of a loop, each instruction of the
 * interpreter, and by the size of each bulk memory operation; below zero the
 * module traps. No program can run on without passing one of them, and no code
 * inside can see or catch a trap: the limit is a number of steps, equal on
 * every machine.
 */
export function meter(module: WasmModule, prices: Prices): MeterReport {
  const fuel = countImports(module).globals + appendEntries(module, "global", [
    // A mutable i32; the loader sets it before anything it calls.
    [VALUE_TYPE.i32, 1, OP.i32Const, ...signedLeb(0x7fffffff), OP.end],
  ]);
  appendEntries(module, "export", [
    [...nameBytes("fuel"), 3, ...unsignedLeb(fuel)],
  ]);

  const report = { functions: 0, loops: 0, bulk: 0, dispatches: 0 };
  const types = readFunctionTypes(module);
  changeBodies(module, (body, index) => {
    report.functions++;
    return meterBody(body, {
      parameters: types[index].parameters.length,
      fuel,
      step: prices.memoryBound.has(index)
        ? prices.memoryBoundCost
        : prices.dispatch.functionIndex === index
        ? prices.dispatch.turnCost
        : [OP.i32Const, 1],
      dispatch: prices.dispatch.functionIndex === index
        ? prices.dispatch
        : undefined,
      report,
    });
  });
  return report;
}

function meterBody(
  body: Uint8Array,
  { parameters, fuel, step, dispatch, report }: {
    readonly parameters: number;
    readonly fuel: number;
    readonly step: Cost;
    readonly dispatch?: Prices["dispatch"];
    readonly report: MeterReport;
  },
): Uint8Array<ArrayBuffer> {
  const reader = new ByteReader(body);
  const groups = reader.unsigned();
  const groupsStart = reader.position;
  let locals = parameters;
  for (let left = groups; left > 0; left--) {
    locals += reader.unsigned();
    reader.byte();
  }
  const groupsEnd = reader.position;

  // Two more locals, behind those in use: what is left of the fuel, and what is
  // on top of the stack while it is charged for.
  const charge = (cost: Cost) => countDown(fuel, locals, cost);
  const setTop = [OP.localSet, ...unsignedLeb(locals + 1)];
  const getTop = [OP.localGet, ...unsignedLeb(locals + 1)];
  const chargeStep = charge(step);
  const chargeBulk = [
    ...setTop,
    ...charge([
      ...[...getTop, OP.i32Const, BULK_BYTES_SHIFT, OP.i32ShrU],
      ...[OP.i32Const, BULK_COST, OP.i32Add],
    ]),
    ...getTop,
  ];
  /** The part that charges for the last loop, when each turn comes to here. */
  let lastLoop: number | undefined;

  const parts: ArrayLike<number>[] = [
    unsignedLeb(groups + 1),
    body.subarray(groupsStart, groupsEnd),
    [2, VALUE_TYPE.i32],
    chargeStep,
  ];
  while (!reader.done) {
    const start = reader.position;
    const op = skipInstruction(reader);
    const instruction = body.subarray(start, reader.position);
    if (op === OP.bulk && instruction[1] >= BULK.memoryCopy) {
      report.bulk++;
      parts.push(chargeBulk);
    } else if (dispatch && countTargets(instruction) === dispatch.cases) {
      report.dispatches++;
      if (lastLoop === undefined) throw new TypeError("no dispatching loop");
      // Each turn of that loop comes here: it pays once.
      parts[lastLoop] = [];
      parts.push([...setTop, ...charge(dispatch.cost(getTop)), ...getTop]);
    }
    parts.push(instruction);
    if (op === OP.loop) {
      report.loops++;
      lastLoop = parts.push(chargeStep) - 1;
    } else if (LEAVES.has(op)) {
      lastLoop = undefined;
    }
  }
  return joinBytes(parts);
}

/** How many targets a branch by table has; 0 for any other instruction. */
function countTargets(instruction: Uint8Array): number {
  const reader = new ByteReader(instruction);
  return reader.byte() === OP.brTable ? reader.unsigned() + 1 : 0;
}

/** `left = fuel -= cost; if (left < 0) trap` */
function countDown(fuel: number, left: number, cost: Cost): number[] {
  const global = unsignedLeb(fuel);
  const local = unsignedLeb(left);
  return [
    ...[OP.globalGet, ...global, ...cost, OP.i32Sub, OP.localTee, ...local],
    ...[OP.globalSet, ...global, OP.localGet, ...local, OP.i32Const, 0],
    ...[OP.i32LtS, OP.if, OP.noResult, OP.unreachable, OP.end],
  ];
}
