import type { JsonValue } from "../base/json.ts";
import { instantiate, type LuaInstance } from "./instantiate.ts";
import { type LastSeen, lastSeen } from "./last_seen.ts";
import type { Address, LuaApi } from "./lua_api.ts";
import { MachineMemory } from "./machine_memory.ts";

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
export class LuaMachine {
  readonly api: LuaApi;
  readonly memory: MachineMemory;
  readonly main: Address;
  readonly reader: Address;
  /** 256 bytes for functions that answer through a pointer. */
  readonly scratch: Address;
  /** Room for a short text that is handed to Lua. */
  readonly textRoom: Address;

  readonly #instance: LuaInstance;
  readonly #heap: LuaHeap;
  /** Where the C stack begins, which grows down, and the heap, which grows up. */
  readonly #stackStart: Address;
  readonly #startBytes: number;
  #refusedAt: LastSeen | undefined;
  /** What was in memory before and behind the room of the C stack. */
  readonly #image?: { readonly data: Uint8Array; readonly heap: Uint8Array };

  /** Starts the machine that was built with its heap in place. */
  static start(
    module: WebAssembly.Module,
    options: MachineOptions,
  ): LuaMachine {
    const instance = instantiate(module);
    const { api } = instance;
    api.emscripten_stack_init();
    return new LuaMachine(instance, {
      main: api.main_state.value,
      reader: api.reader_state.value,
      imageEnd: api.image_end.value,
      stackEnd: api.stack_end.value,
      breakWord: api.break_word.value,
    }, options);
  }

  /** @param instance one whose heap is initialised */
  constructor(
    instance: LuaInstance,
    heap: LuaHeap,
    { reusable }: MachineOptions,
  ) {
    const { api } = instance;
    this.api = api;
    this.#instance = instance;
    this.#heap = heap;
    this.main = heap.main;
    this.reader = heap.reader;
    this.refuel();
    this.#stackStart = api.stackSave();
    this.scratch = this.#stackStart - SCRATCH_BYTES;
    this.textRoom = this.scratch + ANSWER_BYTES;
    api.stackRestore(this.scratch);
    api.stack_low.value = this.scratch; // it is written to from here
    this.memory = new MachineMemory(api.memory);
    // Lua forgets where it was when it has no memory left.
    instance.onMemoryRefused = () => this.#refusedAt = lastSeen(this);
    const bytes = this.memory.bytes();
    this.#startBytes = bytes.length;
    if (reusable) {
      this.#image = {
        data: bytes.slice(0, heap.stackEnd),
        heap: bytes.slice(this.#stackStart, heap.imageEnd),
      };
    }
  }

  /** Whether an allocation was refused since the machine was started. */
  get memoryRefused(): boolean {
    return this.#instance.memoryRefused;
  }

  /** Where an allocation was refused last. */
  get refusedAt(): LastSeen | undefined {
    return this.#refusedAt;
  }

  /** Steps left; below zero after the machine trapped for want of them. */
  get fuel(): number {
    return this.api.fuel.value;
  }

  /** Sets the steps that are left. Default: more than anything but a profile takes. */
  refuel(steps: number = PLENTY): void {
    this.api.fuel.value = steps;
  }

  /**
   * Puts the memory back into its first state.
   *
   * @returns whether that is possible: memory that grew cannot shrink, and an
   * evaluation must not feel that another one was here before
   */
  reset(): boolean {
    const bytes = this.memory.bytes();
    const image = this.#image;
    if (!image || bytes.length !== this.#startBytes || this.memoryRefused) {
      return false;
    }
    const { breakWord, stackEnd, imageEnd } = this.#heap;
    const heapEnd = this.memory.wordAt(breakWord);
    if (heapEnd < imageEnd || heapEnd > bytes.length) return false;
    bytes.set(image.data);
    const low = this.api.stack_low.value - RED_ZONE_BYTES;
    bytes.fill(0, Math.max(stackEnd, low), this.#stackStart);
    this.api.stack_low.value = this.scratch;
    bytes.set(image.heap, this.#stackStart);
    bytes.fill(0, imageEnd, heapEnd);
    return true;
  }

  /** How many bytes the string at a stack index has. */
  lengthAt(L: Address, index: number): number {
    this.api.lua_tolstring(L, index, this.scratch);
    return this.memory.wordAt(this.scratch);
  }

  /** The string at a stack index. @throws {TypeError} when it is not UTF-8 */
  textAt(L: Address, index: number): string {
    return this.#decodeAt(L, index, STRICT);
  }

  /**
   * What stands at a stack index, for values that the prelude made: strings
   * (broken UTF-8 replaced), numbers, booleans, and tables of them; a table
   * with the key 1 is read as a list.
   */
  plainAt(L: Address, index: number): JsonValue {
    const { api } = this;
    switch (api.lua_type(L, index)) {
      case LUA_TYPE.string:
        return this.#decodeAt(L, index, LENIENT);
      case LUA_TYPE.number:
        return api.lua_tonumberx(L, index, 0);
      case LUA_TYPE.boolean:
        return api.lua_toboolean(L, index) !== 0;
      case LUA_TYPE.table:
        return this.#plainTable(L, index);
      default:
        return null;
    }
  }

  #plainTable(L: Address, index: number): JsonValue {
    const { api } = this;
    api.lua_checkstack(L, 4);
    const list: JsonValue[] = [];
    const object: Record<string, JsonValue> = Object.create(null);
    api.lua_pushnil(L);
    const key = api.lua_gettop(L);
    while (api.lua_next(L, index) !== 0) {
      const item = this.plainAt(L, key + 1);
      if (api.lua_type(L, key) === LUA_TYPE.number) {
        list[api.lua_tonumberx(L, key, 0) - 1] = item;
      } else {
        object[this.#decodeAt(L, key, LENIENT)] = item;
      }
      api.lua_settop(L, key);
    }
    return list.length > 0 ? list : object;
  }

  #decodeAt(L: Address, index: number, decoder: TextDecoder): string {
    const start = this.api.lua_tolstring(L, index, this.scratch);
    const length = this.memory.wordAt(this.scratch);
    return this.memory.textAt(start, length, decoder);
  }
}
