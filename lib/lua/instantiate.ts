import { MAX_MEMORY_BYTES, STEP_COST } from "./limits.ts";
import type { LuaApi } from "./lua_api.ts";

const PAGE_BYTES = 65536;

/** WASI's `ENOSYS`. */
const NOT_SUPPORTED = 52;

/** What a C `longjmp` throws: a Lua error on its way to a protected call. */
const LONG_JUMP = { longJump: true };

/** A machine that was started. */
export interface LuaInstance {
  readonly api: LuaApi;
  /** Whether it asked for more memory than it may have. */
  memoryRefused: boolean;
  /** Called each time that it did, before it hears of it. */
  onMemoryRefused?: () => void;
}

/**
 * Starts the virtual machine. Nothing stands behind its imports but what is
 * written here: errors that jump, memory up to the cap, and a clock that
 * stands still. Everything else ends the evaluation.
 */
export function instantiate(module: WebAssembly.Module): LuaInstance {
  /** Charges steps for time spent in JavaScript; the machine traps later. */
  function charge(steps: number): void {
    started.api.fuel.value -= steps;
  }

  function refuse(): number {
    started.memoryRefused = true;
    started.onMemoryRefused?.();
    return 0;
  }

  const provided: Record<string, (...args: number[]) => unknown> = {
    // C code calls a function that may throw a Lua error.
    invoke_vii(slot, a, b) {
      const { api } = started;
      charge(STEP_COST.protectedCall);
      const stack = api.stackSave();
      try {
        api.__indirect_function_table.get(slot)!(a, b);
      } catch (error) {
        // A trap, or the end of JavaScript's stack: no Lua code may catch it.
        if (error !== LONG_JUMP) throw error;
        api.stackRestore(stack);
        api.setThrew(1, 0);
      }
    },
    _emscripten_throw_longjmp() {
      charge(STEP_COST.throw);
      throw LONG_JUMP;
    },
    emscripten_resize_heap(wanted) {
      const { memory } = started.api;
      const bytes = memory.buffer.byteLength;
      const needed = wanted >>> 0;
      if (needed > MAX_MEMORY_BYTES) return refuse();
      // In steps of a quarter, so that growing byte by byte stays cheap.
      const target = Math.min(
        MAX_MEMORY_BYTES,
        Math.max(needed, bytes + (bytes >>> 2)),
      );
      const pages = Math.ceil((target - bytes) / PAGE_BYTES);
      charge(pages * STEP_COST.memoryPage);
      try {
        memory.grow(pages);
        return 1;
      } catch {
        // The computer itself has none left.
        return refuse();
      }
    },
    emscripten_date_now: () => 0,
    // There is no environment; asked for once, while the machine is built.
    environ_sizes_get: () => NOT_SUPPORTED,
    _emscripten_get_now_is_monotonic: () => 1,
  };

  const imports: Record<
    string,
    Record<string, (...args: number[]) => unknown>
  > = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = provided[name] ?? (() => {
      throw new WebAssembly.RuntimeError(`the machine called ${name}`);
    });
  }
  const instance = new WebAssembly.Instance(
    module,
    imports as WebAssembly.Imports,
  );
  const started: LuaInstance = {
    api: instance.exports as unknown as LuaApi,
    memoryRefused: false,
  };
  return started;
}
