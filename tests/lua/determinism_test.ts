import assert from "node:assert/strict";
import { evaluate } from "./evaluator.ts";
import { readCorpus } from "../corpus/corpus_case.ts";
import { answerOf } from "./answer_of.ts";
import { OPTIONS, programOf } from "./evaluate_text.ts";

/** What V8 may do differently from one run to the next. */
const ENGINES: readonly (readonly string[])[] = [
  [],
  ["--v8-flags=--liftoff-only"],
  ["--v8-flags=--no-liftoff,--no-wasm-lazy-compilation"],
];

if (import.meta.main) {
  const options = { ...OPTIONS, maxSteps: 1_000_000 };
  for (const { id, files } of readCorpus()) {
    const answer = answerOf(() => evaluate(programOf(files), options));
    console.log(`${id} ${answer}`);
  }
} else {
  Deno.test("evaluate answers alike, step for step, in every process, second and compiler", async () => {
    const seconds = new Set<number>();
    const answers: string[] = [];
    for (const flags of ENGINES) {
      while (seconds.has(now())) await Deno.lstat(import.meta.dirname!);
      seconds.add(now());
      const { success, stdout, stderr } = await new Deno.Command(
        Deno.execPath(),
        { args: ["run", "-q", "-A", ...flags, import.meta.url] },
      ).output();
      assert(success, new TextDecoder().decode(stderr));
      answers.push(new TextDecoder().decode(stdout));
    }
    const [first, ...others] = answers.map((answer) => answer.split("\n"));
    assert.equal(first!.length, readCorpus().length + 1);
    for (const other of others) assert.deepEqual(other, first);
  });
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
