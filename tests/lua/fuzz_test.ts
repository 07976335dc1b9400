import fc from "../fast_check.ts";
import assert from "node:assert/strict";
import { evaluate } from "./evaluator.ts";
import { DIAGNOSTIC_CODES } from "../../lib/base/diagnostic_codes.ts";
import { LuaFailure } from "../../lib/lua/lua_failure.ts";
import { answerOf } from "./answer_of.ts";
import { OPTIONS, programOf } from "./evaluate_text.ts";
import { luaProgram } from "./lua_grammar.ts";

/** `FUZZ_SECONDS=600` looks for longer, with another seed each time. */
const seconds = Number(Deno.env.get("FUZZ_SECONDS") ?? 0);
const seed = seconds > 0 ? Date.now() & 0x7fffffff : 20261120;

const options = { ...OPTIONS, maxSteps: 2_000_000 };

Deno.test("evaluate ends any program with an answer or one clear failure, the same each time", () => {
  const codes = new Map<string, number>();
  fc.assert(
    fc.property(luaProgram, (files) => {
      const program = programOf(files);
      const answer = answerOf(() => evaluate(program, options));
      assert.equal(answerOf(() => evaluate(program, options)), answer);
      const code = checkFailure(() => evaluate(program, options));
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }),
    seconds > 0
      ? {
        seed,
        numRuns: Infinity,
        interruptAfterTimeLimit: seconds * 1000,
        markInterruptAsFailure: false,
      }
      : { seed, numRuns: 300 },
  );
  if (seconds > 0) console.log(`seed ${seed}`, Object.fromEntries(codes));
  // A grammar that only makes one kind of program would look at nothing.
  assert(codes.size >= 4, [...codes.keys()].join());
});

function checkFailure(evaluation: () => unknown): string {
  try {
    evaluation();
    return "ok";
  } catch (error) {
    assert(error instanceof LuaFailure, String(error));
    const { code, message, line, steps } = error.facts;
    assert(Object.hasOwn(DIAGNOSTIC_CODES, code), code);
    assert(message.length > 0 && message.length <= 2100, message);
    assert(!message.startsWith("insomnia/"), message);
    assert(!message.includes("broke down"), message);
    assert(line === undefined || Number.isInteger(line) && line > 0);
    assert(steps >= 0 && steps <= options.maxSteps);
    return code;
  }
}
