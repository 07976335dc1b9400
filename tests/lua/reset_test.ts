import assert from "node:assert/strict";
import { evaluateOn } from "../../lib/lua/evaluate.ts";
import { LuaMachine } from "../../lib/lua/lua_machine.ts";
import { loadVm } from "../../lib/lua/load_vm.ts";
import { vmModule } from "../../lib/lua/vm_module.ts";
import { readCorpus } from "../corpus/corpus_case.ts";
import { answerOf } from "./answer_of.ts";
import { OPTIONS, programOf } from "./evaluate_text.ts";

await loadVm();
const start = () => LuaMachine.start(vmModule(), { reusable: true });

Deno.test("LuaMachine.reset leaves every byte of memory as in a fresh machine, whatever of the corpus was here before", () => {
  const fresh = start().memory.bytes;
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
      assert(isSame(machine.memory.bytes, fresh), id);
    } else machine = start();
  }
  assert(resets > 200, `${resets} resets`);
});

Deno.test("LuaMachine.reset clears all of the C stack, and the heap up to its end", () => {
  const fresh = start().memory.bytes;
  const machine = start();
  const { stack_low, stack_end, image_end, break_word } = machine.api;
  const heapEnd = image_end.value + 100_000;
  const memory = machine.memory.bytes;
  memory.fill(0xa5, 0, heapEnd);
  stack_low.value = stack_end.value;
  new DataView(memory.buffer).setUint32(break_word.value, heapEnd, true);
  assert(machine.scratch - stack_end.value > 1_000_000);
  assert(machine.reset());
  assert(isSame(machine.memory.bytes, fresh));
});

Deno.test("LuaMachine.reset clears what a C function may use below the stack pointer", () => {
  const fresh = start().memory.bytes;
  const machine = start();
  const { stack_low, stack_end } = machine.api;
  stack_low.value = stack_end.value + 4096;
  machine.memory.bytes.fill(0xa5, stack_low.value - 128, machine.scratch);
  assert(machine.reset());
  assert(isSame(machine.memory.bytes, fresh));
});

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
  const words = new BigUint64Array(one.buffer);
  const wanted = new BigUint64Array(other.buffer);
  for (let at = 0; at < wanted.length; at++) {
    if (words[at] !== wanted[at]) return false;
  }
  return words.length === wanted.length;
}
