import { evaluateOn } from "../../lib/lua/lua_evaluator.ts";
import assert from "node:assert/strict";
import { evaluate } from "./evaluator.ts";
import { instantiate } from "../../lib/lua/instantiate.ts";
import { LuaMachine } from "../../lib/lua/lua_machine.ts";
import {
  builtinLuaCatalog,
  readLua,
  rewriteGlue,
} from "../../scripts/build_vm.ts";
import { writeWasm } from "../../scripts/vm/binaryen.ts";
import { compileFiles } from "../../scripts/vm/compile_files.ts";
import { initialise } from "../../scripts/vm/initialise.ts";
import { readGlue } from "../../scripts/vm/wasmoon.ts";
import { readCorpus } from "../corpus/corpus_case.ts";
import { answerOf } from "./answer_of.ts";
import { OPTIONS, programOf } from "./evaluate_text.ts";

/** Enough for most cases to end, little enough for the others to end soon. */
const options = { ...OPTIONS, maxSteps: 2_000_000 };

Deno.test("evaluate answers alike, step for step, from a fresh machine, its snapshot and a machine used before", async () => {
  const { module, slots } = rewriteGlue(await readGlue());
  const catalog = await builtinLuaCatalog();
  const rewritten = new WebAssembly.Module(writeWasm(module));
  const compiled = compileFiles(instantiate(rewritten), readLua);
  const initialised = () => {
    const instance = instantiate(rewritten);
    const heap = initialise(instance, slots, compiled, catalog);
    return new LuaMachine(instance, heap, { reusable: true });
  };
  let fresh = initialised();
  for (const { id, files } of readCorpus()) {
    const program = programOf(files);
    let usable = false;
    const wanted = answerOf(() =>
      evaluateOn(fresh, program, options, () => usable = true)
    );
    if (!usable || !fresh.reset()) fresh = initialised();
    // The machine behind `evaluate` goes from one case to the next.
    assert.equal(answerOf(() => evaluate(program, options)), wanted, id);
    assert.equal(answerOf(() => evaluate(program, options)), wanted, id);
  }
});
