import assert from "node:assert/strict";
import { LuaFailure } from "../../lib/lua/lua_failure.ts";
import { readWorkerAnswer } from "../../lib/lua/read_worker_answer.ts";

const ACCOUNT = { loaded: ["x.lua"], notes: [], notesCut: false, steps: 7 };
const FAILURE = {
  ...ACCOUNT,
  code: "lua-runtime",
  message: "no",
  traceback: [{ chunk: "x.lua", line: 1, label: "in main chunk" }],
};

/** As it arrives from another thread. */
function read(answer: unknown) {
  return readWorkerAnswer(structuredClone(answer));
}

function evaluationOf(value: unknown) {
  return { evaluation: { ...ACCOUNT, value } };
}

Deno.test("readWorkerAnswer gives data in objects without a prototype", () => {
  const value = JSON.parse(
    `{ "__proto__": { "a": 1 }, "list": [true, null, "é", { "b": 0.5 }] }`,
  );
  const { value: data, ...account } = read(evaluationOf(value));
  assert.equal(JSON.stringify(data), JSON.stringify(value));
  assert.equal(Object.getPrototypeOf(data), null);
  assert.deepEqual(account, ACCOUNT);
});

Deno.test("readWorkerAnswer throws a failure as the LuaFailure it was", () => {
  assert.throws(
    () => read({ failure: FAILURE }),
    (error) =>
      error instanceof LuaFailure && error.facts.code === "lua-runtime" &&
      error.message === "no" && error.facts.traceback.length === 1,
  );
});

Deno.test("readWorkerAnswer refuses data that no evaluation gives", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  const deep = JSON.parse("[".repeat(66) + "]".repeat(66));
  const long: unknown[] = [];
  long.length = 2 ** 32 - 1;
  const rows: [string, unknown][] = [
    ["a cycle", cycle],
    ["too deep", deep],
    ["an array that is only long", long],
    ["a text that is too long", "x".repeat(2 ** 20 + 1)],
    ["shared over and over", Array(1100).fill("x".repeat(1000))],
    ["not a number", [NaN]],
    ["an infinite number", [Infinity]],
    ["nothing", [undefined]],
    ["a bigint", [1n]],
    ["a map", new Map([["a", 1]])],
    ["a date", [new Date(0)]],
    ["bytes", new Uint8Array(9)],
    ["an error", [new Error("x")]],
  ];
  for (const [what, value] of rows) {
    assert.throws(() => read(evaluationOf(value)), {
      name: "TypeError",
      message: /^the evaluation worker gave something that is no data/,
    }, what);
  }
});

Deno.test("readWorkerAnswer refuses what is no answer", () => {
  const rows: [string, unknown][] = [
    ["nothing", undefined],
    ["null", null],
    ["a text", "evaluation"],
    ["a list", [evaluationOf({})]],
    ["an empty object", {}],
    ["an evaluation that is none", { evaluation: null }],
    ["no value", { evaluation: ACCOUNT }],
    ["modules that are no names", {
      evaluation: { ...ACCOUNT, value: 1, loaded: [1] },
    }],
    ["notes that are none", {
      evaluation: { ...ACCOUNT, value: 1, notes: [{ text: "x" }] },
    }],
    ["no steps", { evaluation: { ...ACCOUNT, value: 1, steps: "7" } }],
    ["a failure without a code", { failure: { ...FAILURE, code: undefined } }],
    ["an unknown code", { failure: { ...FAILURE, code: "constructor" } }],
    ["a code that is success", { failure: { ...FAILURE, code: "print" } }],
    ["no message", { failure: { ...FAILURE, message: {} } }],
    ["a help that is no text", { failure: { ...FAILURE, help: 1 } }],
    ["no traceback", { failure: { ...FAILURE, traceback: {} } }],
    ["a path that is none", { failure: { ...FAILURE, path: [{}] } }],
  ];
  for (const [what, answer] of rows) {
    assert.throws(() => read(answer), {
      name: "TypeError",
      message: "the evaluation worker gave an answer that is none",
    }, what);
  }
  assert.throws(() => read({ bug: "x is not a function" }), {
    name: "TypeError",
    message: /x is not a function/,
  });
});
