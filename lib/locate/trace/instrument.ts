import { readFieldAssignments } from "./field_assignments.ts";
import { rangeOfToken } from "./expression_range.ts";
import { type LuaOutline, readLuaOutline } from "./lua_outline.ts";
import { bytesOf, luaTextOf } from "../../source/lua_text.ts";
import { type LuaToken, startOfLua } from "../../source/lua_tokens.ts";
import { readTableFields } from "./table_fields.ts";
import type { TracePlace } from "./trace_place.ts";

/**
 * The compiler inside the VM gives up at 200 nested levels. Constructors that
 * lie deeper than this many are left as they are, so that the calls written
 * around them never make a program too deep.
 */
const LEVELS_TO_USE = 120;

/** Programs with more local variables use the tracing functions as globals. */
const LOCALS_TO_KEEP = 100;

/** Text to write before the byte at an offset. */
interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/**
 * Rewrites a Lua source so that it tells where tables and fields come from:
 * `{...}` becomes `__trace_table(id, {...})`, and `a.b = v` is preceded by
 * `__trace_field(a, "b", id)`. Nothing else changes: neither what the program
 * does nor any line number.
 *
 * @param source the bytes of a program that Lua accepts; a text that is no Lua
 * stays as it is
 * @param chunk its name, noted in the places
 * @param places what the ids mean: `id` is an index; new places are appended
 */
export function instrument(
  source: Uint8Array,
  chunk: string,
  places: TracePlace[],
): Uint8Array {
  const { bytes } = luaTextOf(source);
  const outline = readLuaOutline(bytes);
  if (!outline || outline.tokens.some(isReservedName)) return source;

  const insertions: Insertion[] = [];
  const start = outline.tokens[0]?.start ?? startOfLua(bytes);
  // As locals they are also there for a program that empties `_G` or replaces
  // `_ENV`. A function has room for 200 of them.
  const locals = outline.tokens.filter(({ text }) => text === "local").length;
  if (locals <= LOCALS_TO_KEEP) {
    const names = "__trace_table, __trace_field";
    insertions.push({ offset: start, text: `local ${names} = ${names};` });
  }
  for (const [index, { text }] of outline.tokens.entries()) {
    if (text === "=") {
      for (
        const { statement, table, key, field } of readFieldAssignments(
          outline,
          index,
        )
      ) {
        const id = places.push({ kind: "field", chunk, field }) - 1;
        insertions.push({
          offset: statement,
          text: `__trace_field(${table}, ${key}, ${id});`,
        });
      }
    }
  }
  const wrapping = wrapTables(outline, chunk, places);
  return bytesOf(insert(bytes, [...insertions, ...wrapping]));
}

function isReservedName({ text }: { readonly text: string }): boolean {
  return text === "__trace_table" || text === "__trace_field";
}

/** The calls around table constructors, and the places of those tables. */
function wrapTables(
  outline: LuaOutline,
  chunk: string,
  places: TracePlace[],
): Insertion[] {
  const { tokens, partner } = outline;
  const insertions: Insertion[] = [];
  /** What each open bracket or block costs the compiler in levels. */
  const levels: number[] = [];
  let level = 0;
  for (const [index, token] of tokens.entries()) {
    if (partner[index] < 0) continue;
    if (partner[index] < index) {
      level -= levels.pop() ?? 0;
      continue;
    }
    const wrapped = token.text === "{" && level < LEVELS_TO_USE;
    const cost = wrapped ? 3 : token.text === "function" ? 2 : 1;
    levels.push(cost);
    level += cost;
    if (!wrapped) continue;

    const fields = readTableFields(outline, index);
    const id = places.push({
      kind: "table",
      chunk,
      brace: rangeOfToken(token),
      fields,
    }) - 1;
    // After an operand a table is a call's only argument: `f{...}`.
    const isArgument = index > 0 && endsOperand(tokens[index - 1]);
    insertions.push({
      offset: token.start,
      text: `${isArgument ? "(" : ""}__trace_table(${id}, `,
    }, {
      offset: tokens[partner[index]].end,
      text: isArgument ? "))" : ")",
    });
  }
  return insertions;
}

function endsOperand({ kind, text }: LuaToken): boolean {
  return kind === "name" || kind === "string" || text === ")" || text === "]" ||
    text === "}";
}

function insert(bytes: string, insertions: Insertion[]): string {
  insertions.sort((a, b) => a.offset - b.offset);
  let text = "";
  let offset = 0;
  for (const insertion of insertions) {
    text += bytes.slice(offset, insertion.offset) + insertion.text;
    offset = insertion.offset;
  }
  return text + bytes.slice(offset);
}
