import type { FieldPath } from "../base/field_path.ts";
import { LUA_TYPE, type LuaMachine } from "./lua_machine.ts";
import type { FieldMark, MarkTree } from "./mark_tree.ts";
import { pushValue } from "./json_to_lua.ts";

/**
 * Reads where the tables and fields of a result were written.
 *
 * @param result stack index of a result that `luaToJson` accepted
 * @param marks stack index of the prelude's marks, by table
 * @param along read only the tables on the way to this field: of a result that
 * was refused because of it, nothing else is known to be data
 */
export function readMarks(
  machine: LuaMachine,
  result: number,
  marks: number,
  along?: FieldPath,
): MarkTree {
  const { api, main: L } = machine;

  function markTree(table: number, depth: number): MarkTree {
    api.lua_checkstack(L, 6);
    const own = ownMarks(table);
    const fields = new Map<string | number, FieldMark>();
    for (const [key, mark] of own.fields) fields.set(partOf(key), mark);

    const children = new Map<string | number, MarkTree>();
    api.lua_pushnil(L);
    while (api.lua_next(L, table) !== 0) {
      if (api.lua_type(L, table + 2) === LUA_TYPE.table && isKey(table + 1)) {
        const part = partOf(keyAt(table + 1));
        if (!along || along[depth] === part) {
          children.set(part, markTree(table + 2, depth + 1));
        }
      }
      api.lua_settop(L, table + 1);
    }
    return own.made === undefined
      ? { fields, children }
      : { made: own.made, fields, children };
  }

  /** What the prelude noted about one table; fields by Lua key. */
  function ownMarks(table: number) {
    const fields: [string | number, FieldMark][] = [];
    api.lua_pushvalue(L, table);
    api.lua_rawget(L, marks);
    const entry = table + 1;
    if (api.lua_type(L, entry) !== LUA_TYPE.table) {
      api.lua_settop(L, table);
      return { fields };
    }
    const made = field(entry, "made") as number | null;
    pushValue(machine, L, "fields");
    api.lua_rawget(L, entry);
    api.lua_pushnil(L);
    while (api.lua_next(L, entry + 1) !== 0) {
      // Not a key that a result can have.
      if (isKey(entry + 2)) {
        const mark = machine.plainAt(L, entry + 3) as unknown as FieldMark;
        fields.push([keyAt(entry + 2), mark]);
      }
      api.lua_settop(L, entry + 2);
    }
    api.lua_settop(L, table);
    return made === null ? { fields } : { made, fields };
  }

  function field(table: number, name: string): unknown {
    pushValue(machine, L, name);
    api.lua_rawget(L, table);
    const value = machine.plainAt(L, table + 1);
    api.lua_settop(L, table);
    return value;
  }

  function isKey(index: number): boolean {
    const type = api.lua_type(L, index);
    return type === LUA_TYPE.string || type === LUA_TYPE.number;
  }

  function keyAt(index: number): string | number {
    return machine.plainAt(L, index) as string | number;
  }

  api.lua_pushvalue(L, result);
  const tree = markTree(api.lua_gettop(L), 0);
  api.lua_settop(L, -2);
  return tree;
}

/** A Lua key as a part of a field path: lists count from 0 there. */
function partOf(key: string | number): string | number {
  return typeof key === "number" ? key - 1 : key;
}
