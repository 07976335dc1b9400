import type { FieldPath } from "../base/field_path.ts";
import { bareObject, isObject, type JsonValue } from "../base/json.ts";
import type { PlaceFinder } from "../document/place_finder.ts";
import type { EvaluateOptions, Refusal, Run } from "../lua/evaluation.ts";
import type { LuaFailureFacts } from "../lua/lua_failure.ts";
import type { MarkTree } from "../lua/mark_tree.ts";
import { latin1Of } from "../source/lua_text.ts";
import { type LuaProgram, sourcesOf } from "../source/lua_program.ts";
import { findOrigin } from "./trace/field_origin.ts";
import { luaPlaces } from "./trace/lua_places.ts";
import { traceProgram } from "./trace/trace_program.ts";

/** What a program gives when host functions note what they refuse. */
export interface FurtherFailures {
  /** What was refused after the first. */
  readonly refusals: readonly Refusal[];
  /** The result, without what refused calls would have given. */
  readonly value: JsonValue;
  /** The fields that those calls would have filled: there is nothing to say of them. */
  readonly answered: readonly FieldPath[];
  readonly finder: PlaceFinder;
}

/** What `trace.lua` marks the result of a refused call with. */
const REFUSED = -1;

/** What host functions refuse arguments with. */
const REFUSALS: ReadonlySet<string> = new Set([
  "invalid-type",
  "invalid-value",
  "unknown-field",
  "missing-field",
  "removed-field",
  "conflicting-fields",
  "provider-unknown",
  "secret-value",
]);

/**
 * Evaluates a program once more that a host function's refusal has ended, and
 * goes on after each refusal, to find what else is wrong.
 *
 * @returns `undefined` where that says nothing: another error ended it, the
 * program handles errors itself, or it does not go the same way
 */
export async function furtherFailures(
  failure: LuaFailureFacts,
  program: LuaProgram,
  options: EvaluateOptions,
  run: Run,
): Promise<FurtherFailures | undefined> {
  if (!REFUSALS.has(failure.code) || failure.path || !failure.line) {
    return undefined;
  }
  // A program that catches errors may expect this one.
  const catches = sourcesOf(program).some(({ bytes }) =>
    /pcall|coroutine/.test(latin1Of(bytes))
  );
  if (catches) return undefined;
  const traced = await traceProgram(
    program,
    { ...options, further: true },
    failure.steps,
    run,
  );
  if (!traced || !("value" in traced.ended)) return undefined;
  const { ended: { value, marks, refusals = [] }, places } = traced;
  const [first, ...rest] = refusals;
  const isSame = first?.message === failure.message &&
    first.line === failure.line && first.chunk === failure.chunk;
  if (!marks || !isSame || !isObject(value)) return undefined;
  const answered = refusedPaths(marks, []);
  return {
    refusals: rest,
    value: without(value, answered),
    answered,
    finder: luaPlaces(program, {
      find: (path) => findOrigin(path, marks, places, value),
      value,
    }),
  };
}

function refusedPaths(marks: MarkTree, path: FieldPath): FieldPath[] {
  if (marks.made === REFUSED) return [path];
  return [...marks.children].flatMap(([part, child]) =>
    refusedPaths(child, [...path, part])
  );
}

function without(value: JsonValue, paths: readonly FieldPath[]): JsonValue {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  const rest = bareObject();
  for (const [key, item] of Object.entries(value)) {
    const inside = paths.filter(([part]) => part === key);
    if (inside.some(({ length }) => length === 1)) continue;
    rest[key] = inside.length === 0
      ? item
      : without(item, inside.map((path) => path.slice(1)));
  }
  return rest;
}
