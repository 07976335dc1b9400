import { readConstructorSources } from "./constructor_sources.ts";
import {
  type FieldAssignment,
  readFieldAssignments,
} from "./field_assignments.ts";
import { endsOperand, rangeOfToken } from "./expression_range.ts";
import { type LuaOutline, readLuaOutline } from "./lua_outline.ts";
import { bytesOf, luaTextOf } from "../../source/lua_text.ts";
import { type LocalReads, readLocalReads } from "./local_reads.ts";
import { type LuaToken, startOfLua } from "../../source/lua_tokens.ts";
import { readTableFields } from "./table_fields.ts";
import type { TracePlace } from "./trace_place.ts";

/**
 * The compiler inside the VM gives up at 200 nested levels. Constructors that
 * lie deeper than this many are left as they are, so that the calls written
 * around them never make a program too deep.
 */
const LEVELS_TO_USE = 120;

/** Programs with more local variables have no room for one to close. */
const LOCALS_TO_KEEP = 100;

/** Text to write before the byte at an offset. */
interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** What the tracing functions are called inside an instrumented source. */
const RESERVED = "__trace_";
const FUNCTIONS =
  "__trace_table, __trace_name, __trace_field, __trace_from, __trace_key";

/** The variable to close that every source has, traced or not. */
const FRAME = "__frame";

/** No table and no key: what `__trace_from` gets where nothing is known. */
const UNKNOWN = "nil, nil";

/**
 * Rewrites a Lua source so that it tells where tables and fields come from:
 * `{...}` becomes `__trace_table(id, {...})`, and `a.b = v` is preceded by
 * `__trace_field(a, "b", id)`. Where the text says what a key or a value is read
 * from (`{ slug = o.slug }`, `r[k] = v`), that is handed on, too.
 *
 * The whole becomes a function, made by a chunk that is given the tracing
 * functions of `trace.lua`: they are in no table, so no program can find them.
 * Nothing else changes: neither what the program does nor any line number.
 *
 * @param source the bytes of a program that Lua accepts; a text that is no Lua
 * stays as it is, and so does one that uses a name of the tracing functions
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

  const start = outline.tokens[0]?.start ?? startOfLua(bytes);
  // A variable to close keeps the source on the stack when it ends in a call.
  const declarations = outline.tokens.filter(({ text }) => text === "local");
  const frame = declarations.length <= LOCALS_TO_KEEP &&
      !outline.tokens.some(isFrameSet)
    ? `local ${FRAME} <close> = nil;`
    : "";
  const locals = readLocalReads(outline);
  const insertions: Insertion[] = [{
    offset: start,
    text: `local ${FUNCTIONS} = ... return function(...) ${frame}`,
  }];
  const closings: Insertion[] = [];
  for (const [index, { text }] of outline.tokens.entries()) {
    if (text !== "=") continue;
    for (const assignment of readFieldAssignments(outline, index, locals)) {
      const { field, key, value } = assignment;
      const computed = typeof key !== "string";
      const written = value.kind === "written";
      const id =
        places.push({ kind: "field", chunk, field, computed, written }) - 1;
      if (computed) closings.push({ offset: key.end, text: ")" });
      insertions.push(noteAssignment(assignment, id));
    }
  }
  const wrapping = wrapTables(outline, chunk, places, locals);
  const text = insert(bytes, [...insertions, ...wrapping, ...closings]);
  return bytesOf(`${text}\nend`);
}

/** The call that tells of an assignment, before it or around its computed key. */
function noteAssignment(
  { statement, table, key, value }: FieldAssignment,
  id: number,
): Insertion {
  const from = readText(value);
  if (typeof key === "string") {
    const text = from === undefined
      ? `${RESERVED}field(${table}, ${key}, ${id});`
      : `${RESERVED}from(${table}, ${key}, ${id}, ${from});`;
    return { offset: statement, text };
  }
  // What is written there comes from nowhere else, whatever a loop has read.
  const nowhere = value.kind === "written" ? "false, nil" : UNKNOWN;
  const read = key.read ?? UNKNOWN;
  const where = from ?? `${nowhere}, ${UNKNOWN}`;
  return {
    offset: key.start,
    text: `${RESERVED}key(${table}, ${id}, ${read}, ${where}, `,
  };
}

/** Lua text: the table and key of a read, the variable, whether a loop sets it. */
function readText(value: FieldAssignment["value"]): string | undefined {
  if (value.kind === "field") return `${value.read}, ${UNKNOWN}`;
  if (value.kind !== "variable") return undefined;
  return `${value.read ?? UNKNOWN}, ${value.name}, ${value.inLoop === true}`;
}

function isFrameSet(
  { text }: LuaToken,
  index: number,
  tokens: readonly LuaToken[],
): boolean {
  return text === FRAME && tokens[index + 1]?.text === "=";
}

function isReservedName({ text }: { readonly text: string }): boolean {
  return text.startsWith(RESERVED);
}

/** The calls around table constructors, and the places of those tables. */
function wrapTables(
  outline: LuaOutline,
  chunk: string,
  places: TracePlace[],
  locals: LocalReads,
): Insertion[] {
  const { tokens, partner } = outline;
  const insertions: Insertion[] = [];
  /** What each open bracket or block costs the compiler in levels. */
  const levels: number[] = [];
  let level = 0;
  for (const [index, token] of tokens.entries()) {
    if (partner[index]! < 0) continue;
    if (partner[index]! < index) {
      level -= levels.pop() ?? 0;
      continue;
    }
    const wrapped = token.text === "{" && level < LEVELS_TO_USE;
    const cost = wrapped ? 3 : token.text === "function" ? 2 : 1;
    levels.push(cost);
    level += cost;
    if (!wrapped) continue;

    const fields = readTableFields(outline, index);
    const { values, computed } = readConstructorSources(outline, index, locals);
    const id = places.push({
      kind: "table",
      chunk,
      brace: rangeOfToken(token),
      fields,
    }) - 1;
    // After an operand a table is a call's only argument: `f{...}`.
    const isArgument = index > 0 && endsOperand(tokens[index - 1]!);
    insertions.push({
      offset: token.start,
      text: `${isArgument ? "(" : ""}${RESERVED}table(${id}, `,
    });
    for (const { start, end, read = UNKNOWN, field, written } of computed) {
      const place: TracePlace = {
        kind: "field",
        chunk,
        field,
        computed: true,
        written,
      };
      const key = places.push(place);
      const text = `${RESERVED}name(${key - 1}, ${read}, `;
      insertions.push({ offset: start, text }, { offset: end, text: ")" });
    }
    const sources = computed.length + values.length === 0
      ? ""
      : [``, computed.length, ...values].join(", ");
    insertions.push({
      offset: tokens[partner[index]!]!.end,
      text: `${sources})${isArgument ? ")" : ""}`,
    });
  }
  return insertions;
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
