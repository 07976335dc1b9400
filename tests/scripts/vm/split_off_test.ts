import assert from "node:assert/strict";
import { addImport } from "../../../scripts/vm/add_import.ts";
import { functionBody } from "../../../scripts/vm/function_bodies.ts";
import { VALUE_TYPE } from "../../../scripts/vm/function_types.ts";
import { OP } from "../../../scripts/vm/instructions.ts";
import {
  joinBytes,
  nameBytes,
  SECTION,
  type WasmModule,
  writeModule,
} from "../../../scripts/vm/sections.ts";
import { splitOff } from "../../../scripts/vm/split_off.ts";

const { i32, i64, f64 } = VALUE_TYPE;
const REST = { ready: "ready" };
const OWN = 5;
const [NOTE, RUN, DOWN, INDIRECT, STORE, MIX] = [0, 1, 2, 3, 4, 5];
const [SLOT_DOWN, SLOT_STORE] = [1, 2];
const TYPES = { note: 0, one: 1, nothing: 2, mix: 3 };

/** `notes(n)` from outside, and what calls it and each other in every way. */
function sample(): WasmModule {
  const functions: readonly (readonly [number, readonly number[]])[] = [
    // run(n): down(n) + mix(n, 0.5)
    [TYPES.one, [
      ...[OP.localGet, 0, OP.call, DOWN],
      ...[OP.localGet, 0, OP.i64ExtendI32U, OP.f64Const],
      ...[0, 0, 0, 0, 0, 0, 0xe0, 0x3f],
      ...[OP.call, MIX, OP.i32Add, OP.end],
    ]],
    // down(n): note(n); if n is 0: store(); else: indirect(n - 1) + 1
    [TYPES.one, [
      ...[OP.localGet, 0, OP.call, NOTE],
      ...[OP.localGet, 0, OP.i32Eqz, OP.if, i32],
      ...[OP.i32Const, SLOT_STORE, OP.callIndirect, TYPES.nothing, 0],
      ...[OP.globalGet, 0, OP.else, OP.localGet, 0, OP.i32Const, 1, OP.i32Sub],
      ...[OP.call, INDIRECT, OP.i32Const, 1, OP.i32Add, OP.end, OP.end],
    ]],
    // indirect(n): the function in a slot of n
    [TYPES.one, [
      ...[OP.localGet, 0, OP.i32Const, SLOT_DOWN],
      ...[OP.callIndirect, TYPES.one, 0, OP.end],
    ]],
    // store(): memory[4] = ++global 0
    [TYPES.nothing, [
      ...[OP.globalGet, 0, OP.i32Const, 1, OP.i32Add, OP.globalSet, 0],
      ...[OP.i32Const, 4, OP.globalGet, 0, OP.i32Store, 2, 0, OP.end],
    ]],
    // mix(a, b): a + memory[4]; b is only handed over
    [TYPES.mix, [
      ...[OP.localGet, 0, OP.i32WrapI64, OP.i32Const, 4, OP.i32Load, 2, 0],
      ...[OP.i32Add, OP.end],
    ]],
  ];
  return new Map([
    [
      SECTION.type,
      Uint8Array.from([
        ...[4, 0x60, 1, i32, 0, 0x60, 1, i32, 1, i32, 0x60, 0, 0],
        ...[0x60, 2, i64, f64, 1, i32],
      ]),
    ],
    [
      SECTION.import,
      Uint8Array.from([1, ...nameBytes("env"), ...nameBytes("note"), 0, 0]),
    ],
    [
      SECTION.function,
      Uint8Array.from([OWN, ...functions.map(([type]) => type)]),
    ],
    [SECTION.table, Uint8Array.from([1, 0x70, 1, 3, 3])],
    [SECTION.memory, Uint8Array.from([1, 1, 1, 2])],
    [SECTION.global, Uint8Array.from([1, i32, 1, OP.i32Const, 7, OP.end])],
    [
      SECTION.export,
      Uint8Array.from([
        ...[5, ...nameBytes("run"), 0, RUN],
        ...[...nameBytes("store"), 0, STORE],
        ...[...nameBytes("memory"), 2, 0],
        ...[...nameBytes("state"), 3, 0],
        ...[...nameBytes("__indirect_function_table"), 1, 0],
      ]),
    ],
    [
      SECTION.element,
      Uint8Array.from([1, 0, OP.i32Const, 1, OP.end, 2, DOWN, STORE]),
    ],
    [
      SECTION.code,
      joinBytes([
        [OWN],
        ...functions.map(([, code]) => functionBody([], code)),
      ]),
    ],
  ]);
}

/** Everything that can be seen of a module at work, and how often it asked for its rest. */
function trace(
  module: WasmModule,
  rest?: WasmModule,
): { seen: unknown[]; loads: number } {
  const notes: number[] = [];
  let loads = 0;
  const compiled = new WebAssembly.Module(writeModule(module));
  const env = {
    note: (n: number) => notes.push(n),
    load: () => {
      loads++;
      new WebAssembly.Instance(new WebAssembly.Module(writeModule(rest!)), {
        env,
        main: exports,
      });
      (exports[REST.ready] as WebAssembly.Global).value = 1;
    },
  };
  const { exports } = new WebAssembly.Instance(compiled, { env });
  const { run, store, state, memory } = exports as unknown as {
    run(n: number): number;
    store(): void;
    state: WebAssembly.Global;
    memory: WebAssembly.Memory;
  };
  const seen: unknown[] = [];
  for (const n of [0, 1, 4]) {
    seen.push(run(n), state.value, new Uint32Array(memory.buffer)[1]);
    store();
  }
  return { seen: [...seen, ...notes], loads };
}

function split(moved: ReadonlySet<number>): [WasmModule, WasmModule] {
  const module = sample();
  const load = addImport(module, "env", "load", {
    parameters: [],
    results: [],
  });
  return [
    module,
    splitOff(module, (index) => moved.has(index), { ...REST, load }),
  ];
}

Deno.test("addImport changes no answer", () => {
  const module = sample();
  assert.equal(
    addImport(module, "env", "load", { parameters: [], results: [] }),
    1,
  );
  assert.deepEqual(trace(module), trace(sample()));
});

Deno.test("splitOff changes no answer, whatever is moved, and asks for the rest once", () => {
  const { seen } = trace(sample());
  assert.equal(new Set(seen).size > 6, true, seen.join());
  for (let set = 0; set < 2 ** OWN; set++) {
    const moved = new Set(
      Array.from({ length: OWN }, (_, index) => index)
        .filter((index) => set & 1 << index),
    );
    const found = trace(...split(moved));
    assert.deepEqual(found.seen, seen, `moved: ${[...moved]}`);
    assert.equal(found.loads, moved.size > 0 ? 1 : 0, `moved: ${[...moved]}`);
  }
});

Deno.test("splitOff leaves nothing of what it moved, and asks for the rest only for that", () => {
  const alone = new Set([STORE - 1]);
  const [module, rest] = split(alone);
  const code = (wasm: WasmModule) => wasm.get(SECTION.code)!.join();
  const body = functionBody([], [
    ...[OP.i32Const, 4, OP.globalGet, 0, OP.i32Store, 2, 0, OP.end],
  ]).slice(2).join();
  assert(code(sample()).includes(body));
  assert(!code(module).includes(body));
  assert(code(rest).includes(body));
});

Deno.test("splitOff refuses a module with globals from outside", () => {
  const module = sample();
  module.set(
    SECTION.import,
    Uint8Array.from([
      ...[2, ...nameBytes("env"), ...nameBytes("note"), 0, 0],
      ...[...nameBytes("env"), ...nameBytes("g"), 3, i32, 1],
    ]),
  );
  assert.throws(
    () => splitOff(module, () => true, { ...REST, load: 0 }),
    /globals come from outside/,
  );
});
