import { evaluateOn } from "../../lib/lua/lua_evaluator.ts";
import assert from "node:assert/strict";
import { machineCode } from "./evaluator.ts";
import { LuaMachine } from "../../lib/lua/lua_machine.ts";
import { answerOf } from "./answer_of.ts";
import { OPTIONS, programOf } from "./evaluate_text.ts";

/** Ways to call C from Lua and Lua from C without end; `f` is to call itself. */
const RECURSIONS: Readonly<Record<string, string>> = {
  "an operator's metamethod": "return new { __add = f } + 1",
  "a comparison's": "return new { __lt = f } < new { __lt = f }",
  "an index's": "return new { __index = f }.x",
  "a closed variable's": "local x <close> = new { __close = f }",
  "a list's": "return table.concat(new { __index = f, __len = three })",
  "a text's": "return string.format('%s', new { __tostring = f })",
  "sorting": "table.sort({ 3, 2, 1 }, f)",
  "replacing": "return string.gsub('abc', '%w', f)",
  "catching": "local ok, message = pcall(f) error(message, 0)",
  "coroutines":
    "local ok, message = coroutine.resume(coroutine.create(f)) error(message, 0)",
};

/** Texts that the parser goes into as deep. */
const NESTED: Readonly<Record<string, string>> = {
  "brackets": "(".repeat(300),
  "tables": "{".repeat(300),
  "calls": "f(".repeat(300),
  "functions": "function() return ".repeat(300),
  "operators": "2 ^ ".repeat(300),
};

function programs(): [string, string][] {
  const recursions = Object.entries(RECURSIONS).map(([what, body]) => [
    what,
    `local function new(meta) return setmetatable({}, meta) end
    local function three() return 3 end
    local depth = 0
    local function f() depth = depth + 1 ${body} end
    local ok, message = pcall(f)
    return { depth = depth, message = message }`,
  ]);
  const nested = Object.entries(NESTED).map(([what, text]) => [
    what,
    `local function f(x) return x end return { x = ${text}`,
  ]);
  return [...recursions, ...nested] as [string, string][];
}

/** Does something with so many calls of JavaScript around it. */
function below<T>(calls: number, run: () => T): T {
  return calls === 0 ? run() : below(calls - 1, run);
}

/** How many calls of JavaScript its stack has room for. */
function room(): number {
  let fits = 0;
  for (let step = 2 ** 17; step >= 1; step /= 2) {
    try {
      below(fits + step, () => {});
      fits += step;
    } catch (error) {
      assert(error instanceof RangeError);
    }
  }
  return fits;
}

for (const [what, text] of programs()) {
  Deno.test(`Lua's own limit comes long before the ends of C's and JavaScript's stacks: ${what}`, () => {
    const answer = () => {
      const machine = LuaMachine.start(machineCode, { reusable: false });
      const program = programOf({ "main.lua": text });
      const answered = answerOf(() => evaluateOn(machine, program, OPTIONS));
      const { stack_low, stack_end } = machine.api;
      const roomOfC = machine.scratch - stack_end.value;
      assert(machine.scratch - stack_low.value < roomOfC / 3);
      return answered;
    };
    const wanted = answer();
    assert.match(wanted, /C stack overflow/);
    // What runs long is compiled anew, with other needs.
    assert.equal(below(Math.floor(room() / 3), answer), wanted);
  });
}
