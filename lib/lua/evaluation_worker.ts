/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="deno.worker" />
import { evaluate } from "./evaluate.ts";
import type { WorkerAnswer, WorkerRequest } from "./evaluate_in_worker.ts";
import { LuaFailure, type LuaFailureFacts } from "./lua_failure.ts";
import { useCompiledVm } from "./vm_module.ts";

// Runs in a Worker that has no permission at all, not even to load the machine:
// that comes with the request. One request, one answer.

function factsOf(failure: LuaFailure): LuaFailureFacts {
  const { name: _, stack: __, cause: ___, ...facts } = failure;
  return { ...facts, message: failure.message };
}

function answer({ vm, program, options }: WorkerRequest): WorkerAnswer {
  useCompiledVm(vm);
  try {
    return { evaluation: evaluate(program, options) };
  } catch (error) {
    if (error instanceof LuaFailure) return { failure: factsOf(error) };
    return { bug: String(error) };
  }
}

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  self.postMessage(answer(data));
  self.close();
};
