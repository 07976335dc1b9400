import { isObject, type JsonValue } from "../base/json.ts";
import type { Address } from "./lua_api.ts";
import { type LuaMachine, TEXT_ROOM_BYTES } from "./lua_machine.ts";

/** Plain data, with bytes where text is to be taken as it is. */
export type LuaInput =
  | JsonValue
  | Uint8Array
  | undefined
  | readonly LuaInput[]
  | { readonly [key: string]: LuaInput };

/** Texts of no more code units are short: at most three bytes each. */
const SHORT_TEXT = Math.floor(TEXT_ROOM_BYTES / 3);

const ENCODER = new TextEncoder();

/** Pushes a value onto a stack. What JSON cannot say is left out, as is null. */
export function pushValue(
  machine: LuaMachine,
  L: Address,
  value: LuaInput,
): void {
  const { api } = machine;
  if (typeof value === "string") {
    pushText(machine, L, value);
  } else if (value instanceof Uint8Array) {
    pushBytes(machine, L, value);
  } else if (typeof value === "number") {
    if (Number.isSafeInteger(value)) api.lua_pushinteger(L, BigInt(value));
    else api.lua_pushnumber(L, value);
  } else if (typeof value === "boolean") {
    api.lua_pushboolean(L, value ? 1 : 0);
  } else if (Array.isArray(value)) {
    pushTable(machine, L, value.length, 0);
    for (const [index, item] of value.entries()) {
      if (item === null || item === undefined) continue;
      pushValue(machine, L, item);
      api.lua_rawseti(L, -2, BigInt(index + 1));
    }
  } else if (isObject(value)) {
    const fields = value as Record<string, LuaInput>;
    const keys = Object.keys(fields);
    pushTable(machine, L, 0, keys.length);
    for (const key of keys) {
      const item = fields[key];
      if (item === null || item === undefined) continue;
      pushText(machine, L, key);
      pushValue(machine, L, item);
      api.lua_rawset(L, -3);
    }
  } else {
    throw new TypeError("this value cannot be handed to Lua");
  }
}

function pushTable(
  { api }: LuaMachine,
  L: Address,
  items: number,
  fields: number,
): void {
  api.lua_checkstack(L, 4);
  api.lua_createtable(L, items, fields);
}

function pushText(machine: LuaMachine, L: Address, text: string): void {
  if (text.length > SHORT_TEXT) {
    pushBytes(machine, L, ENCODER.encode(text));
    return;
  }
  const start = machine.textRoom;
  const length = machine.memory.writeText(text, start);
  machine.api.lua_pushlstring(L, start, length);
}

function pushBytes(
  { api, memory }: LuaMachine,
  L: Address,
  bytes: Uint8Array,
): void {
  const block = api.malloc(bytes.length + 1);
  if (block === 0) throw new RangeError("the machine has no memory left");
  memory.bytes().set(bytes, block);
  api.lua_pushlstring(L, block, bytes.length);
  api.free(block);
}
