import type { JsonValue } from "../base/json.ts";
import type { Address, LuaApi } from "./lua_api.ts";
import { instantiate, type LuaInstance } from "./instantiate.ts";
import type { MachineCode } from "./machine_code.ts";
import { type MachineMemory, machineMemory } from "./machine_memory.ts";

/** What `lua_type` answers. */
export const LUA_TYPE = {
  nil: 0,
  boolean: 1,
  lightUserdata: 2,
  number: 3,
  string: 4,
  table: 5,
  function: 6,
  userdata: 7,
  thread: 8,
} as const;

/** The names of Lua's types, by what `lua_type` answers. */
export const LUA_TYPE_NAMES: readonly string[] = [
  "nil",
  "boolean",
  "userdata",
  "number",
  "string",
  "table",
  "function",
  "userdata",
  "thread",
];

/** More steps than anything that is not a profile's own work takes. */
const PLENTY = 2 ** 31 - 1;

/**
 * A C function that calls no other may use so much of the stack without moving
 * the stack pointer (LLVM's `WebAssemblyFrameLowering`).
 */
const RED_ZONE_BYTES = 128;

/** Bytes of the C stack kept for answers through a pointer. */
const ANSWER_BYTES = 256;

/** And behind those, for short texts that are handed to Lua. */
export const TEXT_ROOM_BYTES = 256;

const SCRATCH_BYTES = ANSWER_BYTES + TEXT_ROOM_BYTES;

// A byte order mark inside a string is a character like any other.
const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder("utf-8", { ignoreBOM: true });

/** Where things are in a machine whose heap is initialised. */
export interface LuaHeap {
  /** The state that evaluates; its stack holds the prelude's function. */
  readonly main: Address;
  /** The state that reads; its stack holds the prelude's record. */
  readonly reader: Address;
  /** From here on, memory is all zeros. */
  readonly imageEnd: Address;
  /** Static data goes up to here; zeros follow, the room of the C stack. */
  readonly stackEnd: Address;
  /** Where the program break is written: nothing is written behind it. */
  readonly breakWord: Address;
}

/** Whether a machine can be put back into its first state. */
export interface MachineOptions {
  /** Costs a copy of its heap. */
  readonly reusable: boolean;
}

/**
 * A virtual machine with an initialised heap. It can be put back into its first
 * state after an evaluation that ended in good order; after a trap it is of no
 * use any more.
 */
export interface LuaMachine {
  readonly api: LuaApi;
  readonly memory: MachineMemory;
  readonly main: Address;
  readonly reader: Address;
  /** 256 bytes for functions that answer through a pointer. */
  readonly scratch: Address;
  /** Room for a short text that is handed to Lua. */
  readonly textRoom: Address;
  /** Whether an allocation was refused since the machine was started. */
  memoryRefused(): boolean;
  /**
   * Puts the memory back into its first state.
   *
   * @returns whether that is possible: memory that grew cannot shrink, and an
   * evaluation must not feel that another one was here before
   */
  reset(): boolean;
  /** Steps left; below zero after the machine trapped for want of them. */
  fuel(): number;
  /** Sets the steps that are left. Default: more than anything but a profile takes. */
  refuel(steps?: number): void;
  /** How many bytes the string at a stack index has. */
  lengthAt(L: Address, index: number): number;
  /** The string at a stack index. @throws {TypeError} when it is not UTF-8 */
  textAt(L: Address, index: number): string;
  /**
   * What stands at a stack index, for values that the prelude made: strings
   * (broken UTF-8 replaced), numbers, booleans, and tables of them; a table
   * with the key 1 is read as a list.
   */
  plainAt(L: Address, index: number): JsonValue;
}

/** Starts the machine that was built with its heap in place. */
export function startMachine(
  code: MachineCode,
  options: MachineOptions,
): LuaMachine {
  const instance = instantiate(code);
  const { api } = instance;
  api.emscripten_stack_init();
  return machineOn(instance, {
    main: api.main_state.value,
    reader: api.reader_state.value,
    imageEnd: api.image_end.value,
    stackEnd: api.stack_end.value,
    breakWord: api.break_word.value,
  }, options);
}

/** The machine of an instance whose heap is initialised. */
export function machineOn(
  instance: LuaInstance,
  heap: LuaHeap,
  { reusable }: MachineOptions,
): LuaMachine {
  const { api } = instance;
  refuel();
  const scratch = api.stackSave() - SCRATCH_BYTES;
  api.stackRestore(scratch);
  /** Where the C stack begins, which grows down, and the heap, which grows up. */
  const stackStart = scratch + SCRATCH_BYTES;
  const memory = machineMemory(api.memory);
  const startBytes = memory.bytes().length;
  api.stack_low.value = scratch; // it is written to from here
  /** What was in memory before and behind the room of the C stack. */
  const image = reusable
    ? {
      data: memory.bytes().slice(0, heap.stackEnd),
      heap: memory.bytes().slice(stackStart, heap.imageEnd),
    }
    : undefined;

  function memoryRefused(): boolean {
    return instance.memoryRefused;
  }

  function reset(): boolean {
    const bytes = memory.bytes();
    if (!image || bytes.length !== startBytes || memoryRefused()) return false;
    const { breakWord, stackEnd, imageEnd } = heap;
    const heapEnd = memory.wordAt(breakWord);
    if (heapEnd < imageEnd || heapEnd > bytes.length) return false;
    bytes.set(image.data);
    const low = api.stack_low.value - RED_ZONE_BYTES;
    bytes.fill(0, Math.max(stackEnd, low), stackStart);
    api.stack_low.value = scratch;
    bytes.set(image.heap, stackStart);
    bytes.fill(0, imageEnd, heapEnd);
    return true;
  }

  function fuel(): number {
    return api.fuel.value;
  }

  function refuel(steps: number = PLENTY): void {
    api.fuel.value = steps;
  }

  function lengthAt(L: Address, index: number): number {
    api.lua_tolstring(L, index, scratch);
    return memory.wordAt(scratch);
  }

  function textAt(L: Address, index: number): string {
    return decodeAt(L, index, STRICT);
  }

  function plainAt(L: Address, index: number): JsonValue {
    switch (api.lua_type(L, index)) {
      case LUA_TYPE.string:
        return decodeAt(L, index, LENIENT);
      case LUA_TYPE.number:
        return api.lua_tonumberx(L, index, 0);
      case LUA_TYPE.boolean:
        return api.lua_toboolean(L, index) !== 0;
      case LUA_TYPE.table:
        return plainTable(L, index);
      default:
        return null;
    }
  }

  function plainTable(L: Address, index: number): JsonValue {
    api.lua_checkstack(L, 4);
    const list: JsonValue[] = [];
    const object: Record<string, JsonValue> = Object.create(null);
    api.lua_pushnil(L);
    const key = api.lua_gettop(L);
    while (api.lua_next(L, index) !== 0) {
      const item = plainAt(L, key + 1);
      if (api.lua_type(L, key) === LUA_TYPE.number) {
        list[api.lua_tonumberx(L, key, 0) - 1] = item;
      } else {
        object[decodeAt(L, key, LENIENT)] = item;
      }
      api.lua_settop(L, key);
    }
    return list.length > 0 ? list : object;
  }

  function decodeAt(L: Address, index: number, decoder: TextDecoder): string {
    const start = api.lua_tolstring(L, index, scratch);
    return memory.textAt(start, memory.wordAt(scratch), decoder);
  }

  return {
    api,
    memory,
    main: heap.main,
    reader: heap.reader,
    scratch,
    textRoom: scratch + ANSWER_BYTES,
    memoryRefused,
    reset,
    fuel,
    refuel,
    lengthAt,
    textAt,
    plainAt,
  };
}
