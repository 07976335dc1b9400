import { evaluateOn } from "../../lib/lua/lua_evaluator.ts";
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { machineCode } from "./evaluator.ts";
import { LuaMachine } from "../../lib/lua/lua_machine.ts";
import { vmBytes } from "../../lib/lua/vm_bytes.ts";
import { readWasm, writeWasm } from "../../scripts/vm/binaryen.ts";
import { addDefinitions, definitions, isNode } from "../../scripts/vm/wat.ts";
import { readCorpus } from "../corpus/corpus_case.ts";
import { answerOf } from "./answer_of.ts";
import { OPTIONS, programOf } from "./evaluate_text.ts";

const start = () => LuaMachine.start(machineCode, { reusable: true });

Deno.test("LuaMachine.reset leaves every byte of memory as in a fresh machine, whatever of the corpus was here before", () => {
  const fresh = start().memory.bytes();
  let machine = start();
  let resets = 0;
  for (const { id, files } of readCorpus()) {
    let usable = false;
    const options = { ...OPTIONS, maxSteps: 2_000_000 };
    answerOf(() =>
      evaluateOn(machine, programOf(files), options, () => usable = true)
    );
    if (usable && machine.reset()) {
      resets++;
      assert(isSame(machine.memory.bytes(), fresh), id);
    } else machine = start();
  }
  assert(resets > 200, `${resets} resets`);
});

Deno.test("LuaMachine.reset clears all of the C stack, and the heap up to its end", () => {
  const fresh = start().memory.bytes();
  const machine = start();
  const { stack_low, stack_end, image_end, break_word } = machine.api;
  const heapEnd = image_end.value + 100_000;
  const memory = machine.memory.bytes();
  memory.fill(0xa5, 0, heapEnd);
  stack_low.value = stack_end.value;
  new DataView(memory.buffer).setUint32(break_word.value, heapEnd, true);
  assert(machine.scratch - stack_end.value > 1_000_000);
  assert(machine.reset());
  assert(isSame(machine.memory.bytes(), fresh));
});

Deno.test("LuaMachine.reset clears what a C function may use below the stack pointer", () => {
  const fresh = start().memory.bytes();
  const machine = start();
  const { stack_low, stack_end } = machine.api;
  stack_low.value = stack_end.value + 4096;
  machine.memory.bytes().fill(0xa5, stack_low.value - 128, machine.scratch);
  assert(machine.reset());
  assert(isSame(machine.memory.bytes(), fresh));
});

Deno.test("LuaMachine.reset clears what was handed over before C code used the stack", () => {
  const fresh = start().memory.bytes();
  const machine = start();
  for (let round = 0; round < 2; round++) {
    machine.memory.writeText("here", machine.textRoom);
    machine.memory.writeText("here", machine.scratch);
    assert(machine.reset());
    assert(isSame(machine.memory.bytes(), fresh));
  }
});

/**
 * What code inside of the machine can change besides memory, in the order of
 * the module. Instructions that change a table stop the build.
 */
const GLOBALS = [
  "stack pointer",
  // Of the functions behind `setjmp`, which have two. Nothing is done with it
  // that one of them did not write just before.
  "second answer",
  "stack end",
  "stack base",
  "fuel", // set for each evaluation
  "stack_low",
] as const;
const NOT_PUT_BACK: ReadonlySet<string> = new Set([
  "second answer",
  "fuel",
]);

Deno.test("LuaMachine.reset leaves every global and table as in a fresh machine", async () => {
  const { module, count } = await withExportedGlobals();
  assert.equal(count, GLOBALS.length);
  const start = () => LuaMachine.start(module, { reusable: true });
  const state = ({ api }: LuaMachine) => [
    api.__indirect_function_table.length,
    ...GLOBALS.map((name, index) => {
      const { value } = api[`global ${index}` as "fuel"];
      return NOT_PUT_BACK.has(name) ? name : `${name} ${value}`;
    }),
  ];
  const fresh = state(start());
  let machine = start();
  let resets = 0;
  for (const { id, files } of readCorpus()) {
    let usable = false;
    const options = { ...OPTIONS, maxSteps: 200_000 };
    answerOf(() =>
      evaluateOn(machine, programOf(files), options, () => usable = true)
    );
    if (usable && machine.reset()) {
      resets++;
      assert.deepEqual(state(machine), fresh, id);
    } else machine = start();
  }
  assert(resets > 200, `${resets} resets`);
});

/** The machine with each global that can change exported as `global 0`, ... */
async function withExportedGlobals() {
  const wasm = readWasm(await vmBytes());
  assert(
    !wasm.some((item) => isNode(item, "import") && isNode(item[3], "global")),
  );
  const changing = definitions(wasm, "global")
    .filter(([, , type]) => isNode(type, "mut"));
  for (const [index, [, name]] of changing.entries()) {
    addDefinitions(wasm, `(export "global ${index}" (global ${name}))`);
  }
  return {
    module: new WebAssembly.Module(writeWasm(wasm)),
    count: changing.length,
  };
}

for (
  const [what, heapEnd] of [
    ["before its first", 1024],
    ["behind all memory", 2 ** 26],
  ] as const
) {
  Deno.test(`LuaMachine.reset gives a machine up whose heap ends ${what}`, () => {
    const machine = start();
    const { break_word } = machine.api;
    const view = new DataView(machine.api.memory.buffer);
    view.setUint32(break_word.value, heapEnd, true);
    assert(!machine.reset());
  });
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one.buffer).equals(Buffer.from(other.buffer));
}
