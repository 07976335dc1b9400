import type { DiagnosticCode } from "../base/diagnostic_codes.ts";
import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import { bareObject, type JsonValue } from "../base/json.ts";
import { MAX_RESULT_DEPTH } from "../source/source_limits.ts";
import { MAX_RESULT_BYTES } from "./limits.ts";
import { LUA_TYPE, LUA_TYPE_NAMES, type LuaMachine } from "./lua_machine.ts";

/** Why a Lua value cannot be JSON. */
export class LuaToJsonProblem extends Error {
  override readonly name = "LuaToJsonProblem";
  constructor(
    readonly code: DiagnosticCode,
    message: string,
    readonly path: FieldPath,
    readonly help?: string,
  ) {
    super(message);
  }
}

/** Characters that JSON writes with more bytes than they have. */
// deno-lint-ignore no-control-regex -- they are what is looked for
const ESCAPED = /["\\\u0000-\u001f]/;

/**
 * Reads the value at a stack index of the main state from outside: no code of
 * the profile runs, nothing is called, nothing is converted silently.
 *
 * @throws {LuaToJsonProblem} naming the field
 */
export function luaToJson(machine: LuaMachine, index: number): JsonValue {
  const { api, main: L } = machine;
  const path: (string | number)[] = [];
  /** The tables around the current one, by address. */
  const around = new Set<number>();
  let bytesLeft = MAX_RESULT_BYTES;

  function refuse(message: string, help?: string): never {
    const subject = path.length === 0
      ? "the returned table"
      : `\`${printFieldPath(path)}\``;
    throw new LuaToJsonProblem("result-shape", `${subject} ${message}`, [
      ...path,
    ], help);
  }

  function spend(bytes: number): void {
    bytesLeft -= bytes;
    if (bytesLeft >= 0) return;
    throw new LuaToJsonProblem(
      "limit-output",
      `the returned table is larger than ${MAX_RESULT_BYTES} bytes as JSON`,
      path.slice(0, 1),
      "this limit is fixed; a usual cause is data that belongs in a file of its own, or a table that holds another one many times",
    );
  }

  function read(index: number): JsonValue {
    const type = api.lua_type(L, index);
    switch (type) {
      case LUA_TYPE.boolean: {
        const value = api.lua_toboolean(L, index) !== 0;
        spend(value ? 4 : 5);
        return value;
      }
      case LUA_TYPE.number:
        return readNumber(index);
      case LUA_TYPE.string:
        return readText(index);
      case LUA_TYPE.table:
        return readTable(index);
      default:
        return refuse(
          `is a ${LUA_TYPE_NAMES[type]}, which is no data`,
          "only tables, strings, numbers and booleans can be returned",
        );
    }
  }

  function readNumber(index: number): number {
    let value: number;
    if (api.lua_isinteger(L, index) !== 0) {
      const integer = api.lua_tointegerx(L, index, 0);
      value = Number(integer);
      if (!Number.isSafeInteger(value)) {
        refuse(
          `is ${integer}: integers go from -(2^53-1) to 2^53-1`,
          "write it as a string",
        );
      }
    } else {
      value = api.lua_tonumberx(L, index, 0);
      if (Number.isNaN(value)) refuse("is NaN, which is no number");
      if (!Number.isFinite(value)) {
        refuse(`is ${value > 0 ? "" : "-"}infinity: numbers are finite`);
      }
    }
    if (value === 0) value = 0; // JSON has no negative zero
    spend(String(value).length);
    return value;
  }

  function readText(index: number): string {
    // Checked before anything is copied out of the machine.
    spend(machine.lengthAt(L, index) + 2);
    let text: string;
    try {
      text = machine.textAt(L, index);
    } catch {
      return refuse("is not valid UTF-8 text");
    }
    if (ESCAPED.test(text)) {
      spend(JSON.stringify(text).length - text.length - 2);
    }
    return text;
  }

  function readTable(index: number): JsonValue {
    if (path.length >= MAX_RESULT_DEPTH) {
      path.length = 3;
      refuse(`is nested too deep: at most ${MAX_RESULT_DEPTH} levels`);
    }
    const address = api.lua_topointer(L, index);
    if (around.has(address)) {
      refuse("lies inside itself: data has no cycle");
    }
    if (api.lua_getmetatable(L, index) !== 0) {
      refuse(
        "has a metatable: what it inherits would be lost",
        "return a plain table; copy the fields you mean",
      );
    }
    if (api.lua_checkstack(L, 4) === 0) throw new RangeError("no Lua stack");
    around.add(address);
    spend(2); // the brackets
    const items = countItems(index);
    const value = items > 0 ? readItems(index, items) : readFields(index);
    around.delete(address);
    return value;
  }

  /** How many items a list has; 0 for a table with names, or an empty one. */
  function countItems(index: number): number {
    let items = 0;
    let names = 0;
    let highest = 0;
    api.lua_pushnil(L);
    while (api.lua_next(L, index) !== 0) {
      api.lua_settop(L, index + 1);
      const type = api.lua_type(L, index + 1);
      if (type === LUA_TYPE.string) names++;
      else if (type === LUA_TYPE.number) {
        const key = api.lua_tonumberx(L, index + 1, 0);
        if (!Number.isInteger(key) || key < 1) {
          refuse(
            `has the key ${key}: the keys of a list are 1, 2, 3 and so on`,
          );
        }
        highest = Math.max(highest, key);
        items++;
      } else {
        refuse(
          `has a ${
            LUA_TYPE_NAMES[type]
          } as a key: keys are names, or 1, 2, 3 and so on`,
        );
      }
      if (items > 0 && names > 0) {
        refuse(
          "mixes list items and named fields: it must be one or the other",
        );
      }
      if (items + names > 1) spend(1); // a comma
    }
    if (highest !== items) {
      refuse(
        `has holes: ${items} items, the highest at ${highest}`,
        "a `nil` inside a list leaves a hole; leave the item out",
      );
    }
    return items;
  }

  function readItems(index: number, count: number): JsonValue[] {
    const list: JsonValue[] = [];
    for (let item = 0; item < count; item++) {
      api.lua_rawgeti(L, index, BigInt(item + 1));
      path.push(item);
      list.push(read(index + 1));
      path.pop();
      api.lua_settop(L, index);
    }
    return list;
  }

  function readFields(index: number): JsonValue {
    const names: string[] = [];
    const values = bareObject();
    api.lua_pushnil(L);
    while (api.lua_next(L, index) !== 0) {
      let name: string;
      try {
        name = readText(index + 1);
      } catch (error) {
        if (
          !(error instanceof LuaToJsonProblem) || error.code === "limit-output"
        ) {
          throw error;
        }
        return refuse("has a key that is not valid UTF-8 text");
      }
      spend(1); // a colon
      path.push(name);
      names.push(name);
      values[name] = read(index + 2);
      path.pop();
      api.lua_settop(L, index + 1);
    }
    // By UTF-16 code units.
    names.sort();
    const object = bareObject();
    for (const name of names) object[name] = values[name]!;
    return object;
  }

  if (api.lua_type(L, index) !== LUA_TYPE.table) {
    const type = LUA_TYPE_NAMES[api.lua_type(L, index)] ?? "nil";
    throw new LuaToJsonProblem(
      "result-shape",
      `a profile must return a table: it returned ${
        type === "nil" ? "nothing" : `a ${type}`
      }`,
      [],
      "end the file with `return profile { ... }`",
    );
  }
  // A table is read while it is the top of the stack.
  api.lua_pushvalue(L, index);
  const value = read(api.lua_gettop(L));
  api.lua_settop(L, -2);
  return value;
}
