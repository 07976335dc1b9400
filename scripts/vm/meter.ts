import type { WasmModule } from "./binaryen.ts";
import type { Expression } from "./s_expression.ts";
import {
  addDefinitions,
  addLocals,
  codeStart,
  definitions,
  insertAtEntry,
  isNode,
  type Node,
  wat,
} from "./wat.ts";

/** Bulk memory instructions cost one step for each 2^5 bytes they touch. */
const BULK_BYTES_SHIFT = 5;
/** And this much however little they touch: they take 8 ns at least. */
const BULK_COST = 1;

const BULK = ["memory.copy", "memory.fill"];

/** Instructions after which another may not be reached. */
const LEAVES = ["br", "br_if", "br_table", "return", "unreachable"];

/** All others that may be there: none of them can take long by itself. */
const KNOWN =
  /^([if](32|64)\..*|(local|global)\.(get|set|tee)|memory\.(size|copy|fill)|block|loop|if|then|else|result|type|br|br_if|br_table|return|unreachable|call|call_indirect|drop|select|nop)$/;

/** Code that leaves a number of steps on the stack. */
type Cost = string;

/** What a plain count of entries and turns does not tell about a module. */
export interface Prices {
  /** Names of functions in which a step costs more. */
  readonly memoryBound: ReadonlySet<string>;
  readonly memoryBoundCost: Cost;
  /** The one branch at which the interpreter picks an instruction. */
  readonly dispatch: {
    readonly functionName: string;
    /** What any other turn of a loop costs in that function. */
    readonly turnCost: Cost;
    /** How many targets the branch has. */
    readonly cases: number;
    /** @param target code that leaves the number of the target on the stack */
    readonly cost: (target: string) => Cost;
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
  // The loader sets it before anything it calls.
  addDefinitions(
    module,
    `(global $fuel (mut i32) (i32.const ${0x7fffffff}))
    (export "fuel" (global $fuel))`,
  );
  const report = { functions: 0, loops: 0, bulk: 0, dispatches: 0 };
  for (const func of definitions(module, "func")) {
    report.functions++;
    const name = func[1] as string;
    const isInterpreter = prices.dispatch.functionName === name;
    const step = prices.memoryBound.has(name)
      ? prices.memoryBoundCost
      : isInterpreter
      ? prices.dispatch.turnCost
      : "(i32.const 1)";
    meterFunction(func, step, report, isInterpreter ? prices.dispatch : null);
  }
  return report;
}

function meterFunction(
  func: Node,
  step: Cost,
  report: MeterReport,
  dispatch: Prices["dispatch"] | null,
): void {
  const loops: Node[] = [];
  /** The loop whose turns all come to where the walk is. */
  let lastLoop: Node | undefined;
  /** The one that pays at the branch in it. */
  let dispatching: Node | undefined;

  /** In the order of execution: what an instruction takes comes before it. */
  const walk = (node: Expression) => {
    if (typeof node === "string") return;
    const word = node[0] as string;
    if (!KNOWN.test(word)) {
      throw new TypeError(`an instruction this build does not know: ${word}`);
    }
    if (word === "loop") loops.push(lastLoop = node);
    for (const item of node.slice(1)) walk(item);
    if (BULK.includes(word)) {
      report.bulk++;
      payWith(node, bulkCost);
    } else if (
      dispatch && word === "br_table" && targets(node) === dispatch.cases
    ) {
      report.dispatches++;
      if (!lastLoop) throw new TypeError("no dispatching loop");
      dispatching = lastLoop;
      payWith(node, dispatch.cost);
    }
    if (LEAVES.includes(word)) lastLoop = undefined;
  };

  func.slice(codeStart(func)).forEach(walk);
  report.loops += loops.length;
  for (const loop of loops) {
    if (loop === dispatching) continue;
    loop.splice(isNode(loop[2], "result") ? 3 : 2, 0, ...wat(charge(step)));
  }
  insertAtEntry(func, charge(step));
  addLocals(func, "(local $fuel_left i32) (local $fuel_top i32)");
}

/** Charges for what an instruction takes last, before it is run. */
function payWith(node: Node, cost: (top: string) => Cost): void {
  node.push([
    "block",
    ["result", "i32"],
    ["local.set", "$fuel_top", node.pop()!],
    ...wat(charge(cost("(local.get $fuel_top)"))),
    ["local.get", "$fuel_top"],
  ]);
}

function bulkCost(size: string): Cost {
  return `(i32.add (i32.const ${BULK_COST})
    (i32.shr_u ${size} (i32.const ${BULK_BYTES_SHIFT})))`;
}

/** How many targets a branch by table has. */
function targets(branch: Node): number {
  return branch.length - 2;
}

/** `left = fuel -= cost; if (left < 0) trap` */
function charge(cost: Cost): string {
  return `
    (global.set $fuel
      (local.tee $fuel_left (i32.sub (global.get $fuel) ${cost})))
    (if (i32.lt_s (local.get $fuel_left) (i32.const 0)) (then (unreachable)))`;
}
