import { type FieldPath, valueAt } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import type { PlaceFinder } from "../document/place_finder.ts";
import type { LuaProgram } from "../source/lua_program.ts";
import { endOfExpression } from "./trace/expression_range.ts";
import { readFieldAssignments } from "./trace/field_assignments.ts";
import type { FieldOrigin } from "./trace/field_origin.ts";
import type { LocalReads } from "./trace/local_reads.ts";
import type { LuaOutline } from "./trace/lua_outline.ts";
import { luaPlaces } from "./trace/lua_places.ts";
import { type ProgramText, programTexts } from "./trace/program_texts.ts";
import { readExpressionSource } from "./trace/read_source.ts";
import { readTableFields } from "./trace/table_fields.ts";
import type { FieldRanges } from "./trace/trace_place.ts";

/**
 * What can give a table a key that the source does not spell out as one: these
 * set a key that was computed, let a loop find such a function without its
 * name, or make a variable a field.
 */
const MAKES_KEYS: ReadonlySet<string> = new Set([
  "rawset",
  "setmetatable",
  "next",
  "pairs",
  "_G",
  "_ENV",
]);

/** Keys that functions of `insomnia` and of Lua write of their own accord. */
export const WRITTEN_BY_FUNCTIONS: ReadonlySet<string> = new Set([
  "action",
  "default_action",
  "enabled",
  "env",
  "fetch",
  "intent",
  "kind",
  "n",
  "pattern",
  "preset",
  "provider",
  "ratio",
  "ref",
  "request_threshold",
  "rule",
  "search",
  "tool",
  "worker_context_max_tokens",
]);

const NO_LOCALS: LocalReads = new Map();

/**
 * Makes a finder for fields of a program's result by reading its sources,
 * where that is enough: the program need not be evaluated once more.
 *
 * Why it is enough. A table gets a string key from `name =` in a constructor,
 * from an assignment to `.name`, from brackets, from a function of Lua or
 * `insomnia`, or from imported data. Where no source has a bracket that indexes
 * or a name of {@linkcode MAKES_KEYS}, and no data is imported, the last three
 * are out but for {@linkcode WRITTEN_BY_FUNCTIONS} and for copies of fields that
 * were passed in. So a field of the result whose name stands in all sources
 * once, as a key, was written there, whatever else the program does: evaluating
 * it with marks would find that place, too.
 *
 * A value that is a variable or read from another field was written elsewhere:
 * that is left to marks.
 *
 * @param paths the fields that will be asked for
 * @returns `undefined` where the place of one of them is not certain
 */
export function writtenOnce(
  program: LuaProgram,
  value: JsonValue,
  paths: readonly FieldPath[],
): PlaceFinder | undefined {
  for (const given of program.imports.values()) {
    if ("data" in given) return undefined;
  }
  const names = new Set<string>();
  for (const path of paths) {
    const name = presentPart(path, value).at(-1);
    if (typeof name === "number") return undefined;
    if (name !== undefined) names.add(name);
  }
  const texts = programTexts(program);
  const origins = onlyOrigins(names, texts);
  return origins && luaPlaces(program, {
    find(path) {
      const present = presentPart(path, value);
      const origin = origins.get(present.at(-1) as string);
      return origin && { origin, path: present };
    },
    value,
  }, texts);
}

/** The path as far as the value has it. */
function presentPart(path: FieldPath, value: JsonValue): FieldPath {
  let length = 0;
  while (
    length < path.length &&
    valueAt(value, path.slice(0, length + 1)) !== undefined
  ) length++;
  return path.slice(0, length);
}

/**
 * Where names are written as keys.
 *
 * @returns `undefined` where one may come about elsewhere, too
 */
function onlyOrigins(
  names: ReadonlySet<string>,
  texts: ReadonlyMap<string, ProgramText>,
): ReadonlyMap<string, FieldOrigin> | undefined {
  const origins = new Map<string, FieldOrigin>();
  for (const name of names) {
    if (WRITTEN_BY_FUNCTIONS.has(name)) return undefined;
  }
  const words = [...names, ...MAKES_KEYS, "["];
  for (const [chunk, text] of texts) {
    const { bytes } = text.text();
    if (!words.some((word) => bytes.includes(word))) continue;
    const outline = text.outline();
    if (!outline) return undefined;
    for (const [index, { kind, text }] of outline.tokens.entries()) {
      if (text === "[") return undefined;
      if (kind !== "name") continue;
      if (MAKES_KEYS.has(text)) return undefined;
      if (!names.has(text)) continue;
      const field = fieldAt(outline, index);
      if (!field || origins.has(text)) return undefined;
      origins.set(text, { chunk, field });
    }
  }
  return origins.size === names.size ? origins : undefined;
}

/** The field whose key is a token, where its value comes from nowhere else. */
function fieldAt(outline: LuaOutline, key: number): FieldRanges | undefined {
  const { tokens, around } = outline;
  const { text, start } = tokens[key]!;
  const equals = key + 1;
  if (tokens[equals]?.text !== "=") return undefined;
  const brace = around[key]!;
  const { field, value } = tokens[brace]?.text === "{"
    ? {
      field: readTableFields(outline, brace).get(text),
      value: readExpressionSource(
        outline,
        equals + 1,
        endOfExpression(outline, equals + 1),
        NO_LOCALS,
      ),
    }
    : readFieldAssignments(outline, equals, NO_LOCALS)
      .find(({ field }) => field.key.start === start) ?? {};
  return value?.kind === "variable" || value?.kind === "field"
    ? undefined
    : field;
}
