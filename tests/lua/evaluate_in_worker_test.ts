import assert from "node:assert/strict";
import { evaluateInWorker } from "../../lib/lua/evaluate_in_worker.ts";
import { OPTIONS, programOf } from "./evaluate_text.ts";
import { machineCode } from "./evaluator.ts";

Deno.test("evaluateInWorker: once there is an answer nothing waits for the deadline, so a program can end", async () => {
  const listening = new Set<unknown>();
  const { timeout } = AbortSignal;
  AbortSignal.timeout = () => {
    const { signal } = new AbortController();
    signal.addEventListener = (_: string, listener: unknown) =>
      void listening.add(listener);
    signal.removeEventListener = (_: string, listener: unknown) =>
      void listening.delete(listener);
    return signal;
  };
  try {
    const answer = evaluateInWorker(machineCode)(
      programOf({ "main.lua": "return { 1 }" }),
      OPTIONS,
    );
    assert.equal(listening.size, 1);
    assert.deepEqual((await answer).value, [1]);
    assert.equal(listening.size, 0);
  } finally {
    AbortSignal.timeout = timeout;
  }
});
