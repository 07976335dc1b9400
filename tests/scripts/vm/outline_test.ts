import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import { markCode } from "../../../scripts/vm/coverage.ts";
import { functionBody } from "../../../scripts/vm/function_bodies.ts";
import { VALUE_TYPE } from "../../../scripts/vm/function_types.ts";
import { OP } from "../../../scripts/vm/instructions.ts";
import { unsignedLeb } from "../../../scripts/vm/leb128.ts";
import { meter, type Prices } from "../../../scripts/vm/meter.ts";
import { outline } from "../../../scripts/vm/outline.ts";
import {
  nameBytes,
  SECTION,
  type WasmModule,
  writeModule,
} from "../../../scripts/vm/sections.ts";
import { wasmModule } from "./wasm_grammar.ts";

const { i32, i64 } = VALUE_TYPE;
const PAGE = 65536;
const HIGHEST = 9;

const [N, NOTES, SCRATCH, LONG] = [0, 1, 2, 3];

/** `notes = notes * 8 + digit`, by way of a local that nobody needs afterwards. */
const note = (digit: number) => [
  ...[OP.localGet, NOTES, OP.i32Const, 3, OP.i32Shl, OP.localSet, SCRATCH],
  ...[OP.localGet, SCRATCH, OP.i32Const, digit, OP.i32Add, OP.localSet, NOTES],
];
const goDown = [OP.localGet, N, OP.i32Const, 1, OP.i32Sub, OP.localSet, N];
const isOdd = [OP.localGet, NOTES, OP.i32Const, 1, OP.i32And];
const write = [
  ...[OP.i32Const, 0, OP.localGet, NOTES, OP.i32Store, 2, 0],
];
/** What is done when `n` is a number; two labels further in. */
const when = (number: number, body: readonly number[]) => [
  ...[OP.localGet, N, OP.i32Const, number, OP.i32Sub, OP.i32Eqz],
  ...[OP.if, OP.noResult, ...body, OP.end],
];

/**
 * `run(n)`: counts down to zero, with a piece of code for each number that is
 * left in another way. Labels inside of `when`: 0 the `if`, 1 the loop, 2 the
 * block around, 3 the function.
 */
function sample(): WasmModule {
  const body = [
    ...[OP.block, OP.noResult, OP.loop, OP.noResult],
    // Goes on behind itself.
    ...when(1, [...note(2), ...note(3)]),
    // Gives a result.
    ...when(2, [...note(4), OP.localGet, NOTES, OP.return]),
    // Leaves the loop.
    ...when(3, [...note(5), OP.br, 2]),
    // Goes back to the loop's beginning or on behind itself.
    ...when(4, [...goDown, ...note(1), ...isOdd, OP.brIf, 1, ...note(2)]),
    // Never comes back.
    ...when(5, [...note(1), OP.unreachable]),
    // Goes back, leaves, or goes on, from inside a block and a loop of its own.
    ...when(6, [
      ...[...goDown, ...note(6), OP.block, OP.noResult, OP.loop, OP.noResult],
      ...[...isOdd, OP.brIf, 1, ...note(7), ...isOdd, OP.brIf, 3],
      ...[OP.br, 4, OP.end, OP.end],
    ]),
    // Changes a local only sometimes, and one of another type.
    ...when(7, [
      ...[...isOdd, OP.if, OP.noResult, ...note(2), OP.else],
      ...[OP.i64Const, 5, OP.localSet, LONG, OP.end],
    ]),
    // A result from inside an `if`, which is no way out of this function alone.
    ...when(8, [
      ...[...note(3), ...isOdd, OP.if, OP.noResult],
      ...[OP.localGet, NOTES, OP.return, OP.end],
    ]),
    ...when(0, [...note(1), OP.br, 2]),
    ...[...note(1), ...goDown, OP.br, 0, OP.end, OP.end],
    ...[OP.localGet, NOTES, OP.localGet, LONG, OP.i32WrapI64, OP.i32Add],
    OP.end,
  ];
  return moduleOf([i32], [OP.i64Const, 2, OP.localSet, LONG, ...body]);
}

/** `run(n)` that gives nothing and may return early; it writes its notes. */
function writer(): WasmModule {
  return moduleOf([], [
    ...when(1, [
      ...[...note(3), OP.block, OP.noResult, ...isOdd, OP.if, OP.noResult],
      ...[...write, OP.return, OP.end, OP.end, ...note(2)],
    ]),
    ...[...note(4), ...write, OP.end],
  ]);
}

function moduleOf(
  results: readonly number[],
  code: readonly number[],
  locals = [[2, i32], [1, i64]],
): WasmModule {
  const body = functionBody(locals, code);
  return new Map([
    [
      SECTION.type,
      Uint8Array.from([1, 0x60, 1, i32, results.length, ...results]),
    ],
    [SECTION.import, Uint8Array.from([0])],
    [SECTION.function, Uint8Array.from([1, 0])],
    [SECTION.memory, Uint8Array.from([1, 0, 1])],
    [
      SECTION.export,
      Uint8Array.from([
        ...[2, ...nameBytes("run"), 0, 0],
        ...[...nameBytes("memory"), 2, 0],
      ]),
    ],
    [SECTION.code, Uint8Array.from([1, ...body])],
  ]);
}

interface Exports {
  run(n: number): number | undefined;
  memory: WebAssembly.Memory;
}

function start(module: WebAssembly.Module): Exports {
  const { exports } = new WebAssembly.Instance(module);
  return exports as unknown as Exports;
}

function answers(module: WasmModule): unknown[] {
  const { run, memory } = start(new WebAssembly.Module(writeModule(module)));
  return Array.from({ length: HIGHEST + 1 }, (_, n) => {
    try {
      return run(n) ?? new Uint32Array(memory.buffer)[0];
    } catch (error) {
      return String(error);
    }
  });
}

function outlined(usual: readonly number[], module = sample()) {
  const marked = markCode(module, PAGE);
  const memories = usual.map((n) => {
    const { run, memory } = start(marked.module);
    try {
      run(n);
    } catch {
      // What was come to before counts.
    }
    return memory;
  });
  const report = outline(module, marked.read(memories), 0);
  return { module, report };
}

Deno.test("outline moves what was not run and changes no answer", () => {
  const wanted = answers(sample());
  assert.equal(new Set(wanted).size > 6, true, wanted.join());
  for (let usual = 0; usual <= HIGHEST; usual++) {
    const { module, report } = outlined([usual]);
    assert(report.pieces > 0);
    assert.deepEqual(answers(module), wanted, `usual: ${usual}`);
  }
});

Deno.test("outline moves what may return early from a function without results", () => {
  const { module, report } = outlined([0], writer());
  assert.equal(report.pieces, 1);
  assert.deepEqual(answers(module), answers(writer()));
});

Deno.test("outline moves each piece but the one that gives a result and goes on as well", () => {
  // What is done for 1 to 7, and the rest of the loop.
  assert.equal(outlined([0]).report.pieces, 8);
  // What is done for 2 to 7.
  assert.equal(outlined([1]).report.pieces, 6);
});

Deno.test("outline moves what has many locals and many ways out", () => {
  const WAYS = 70;
  const locals = Array.from({ length: 140 }, (_, index) => 2 + index);
  const sample = () =>
    moduleOf([i32], [
      ...Array.from({ length: WAYS }, () => [OP.block, OP.noResult]).flat(),
      ...[OP.localGet, N, OP.if, OP.noResult],
      ...locals.flatMap((local) => [
        ...[OP.i32Const, 1, OP.localSet, ...unsignedLeb(local), OP.localGet],
        ...[...unsignedLeb(local), OP.localSet, NOTES],
      ]),
      ...[OP.localGet, N, OP.brTable, WAYS - 1],
      ...Array.from({ length: WAYS }, (_, way) => way + 1),
      ...[OP.end, OP.br, 0],
      // How many ends are come through.
      ...Array.from({ length: WAYS }, () => [
        ...[OP.end, OP.localGet, NOTES, OP.i32Const, 1, OP.i32Add],
        ...[OP.localSet, NOTES],
      ]).flat(),
      ...[OP.localGet, NOTES, OP.end],
    ], [[1, i32], [100, i32], [40, i32]]);
  const every = (module: WasmModule) => {
    const { run } = start(new WebAssembly.Module(writeModule(module)));
    return Array.from({ length: WAYS + 2 }, (_, n) => run(n));
  };
  const { module, report } = outlined([0], sample());
  assert.equal(report.pieces, 1);
  assert(new Set(every(module)).size > 64);
  assert.deepEqual(every(module), every(sample()));
});

Deno.test("outline stops at code that is never reached", () => {
  const module = moduleOf([], [OP.return, OP.drop, OP.end]);
  assert.throws(() => outlined([0], module), /behind what always leaves/);
});

Deno.test("outline moves nothing from functions that were not called", () => {
  const module = sample();
  const { pieces } = outline(module, markCode(module, PAGE).read([]), 0);
  assert.equal(pieces, 0);
  assert.deepEqual(module, sample());
});

Deno.test("outline moves nothing that is too small to be worth a call", () => {
  const module = sample();
  const marked = markCode(module, PAGE);
  const { run, memory } = start(marked.module);
  run(1);
  const countReached = marked.read([memory]);
  assert.equal(outline(module, countReached, 1000).pieces, 0);
});

/** `FUZZ_RUNS=100000` looks at more functions. */
const FUZZ_RUNS = Number(Deno.env.get("FUZZ_RUNS") ?? 1500);

/** One step for each entry and each turn. */
const PRICES: Prices = {
  memoryBound: new Set(),
  memoryBoundCost: [],
  dispatch: { functionIndex: -1, turnCost: [], cases: 0, cost: () => [] },
};

/** What a run answered with, noted, and how many steps it took. */
function traceOf(
  { run, memory, fuel }: Metered,
  [a, b]: readonly [number, number],
): readonly unknown[] {
  const words = new Uint32Array(memory.buffer, 0, 16);
  words.fill(0);
  fuel.value = 500;
  let answer: unknown;
  try {
    answer = run(a, b);
  } catch (error) {
    answer = String(error);
  }
  return [answer, fuel.value, ...words];
}

interface Metered {
  run(a: number, b: number): number;
  memory: WebAssembly.Memory;
  fuel: WebAssembly.Global;
}

function startMetered(module: WebAssembly.Module): Metered {
  return new WebAssembly.Instance(module).exports as unknown as Metered;
}

Deno.test("outline changes no answer and no step of any function, whatever is usual", () => {
  const inputs = [0, 1, 2, 7].flatMap((a) =>
    [0, 1, 5].map((b) => [a, b] as const)
  );
  let pieces = 0;
  fc.assert(
    fc.property(
      wasmModule,
      fc.subarray(inputs, { minLength: 1, maxLength: 3 }),
      (sample, usual) => {
        const module = new Map(sample);
        meter(module, PRICES);
        const plain = startMetered(new WebAssembly.Module(writeModule(module)));
        const wanted = inputs.map((input) => traceOf(plain, input));
        const marked = markCode(module, PAGE);
        const memories = usual.map((input) => {
          const started = startMetered(marked.module);
          traceOf(started, input);
          return started.memory;
        });
        pieces += outline(module, marked.read(memories), 0).pieces;
        const outlined = startMetered(
          new WebAssembly.Module(writeModule(module)),
        );
        assert.deepEqual(
          inputs.map((input) => traceOf(outlined, input)),
          wanted,
        );
      },
    ),
    { seed: 20261120, numRuns: FUZZ_RUNS },
  );
  assert(pieces > 5000, `${pieces} pieces`);
});
