import { DIAGNOSTIC_CODES, EXIT } from "../base/diagnostic_codes.ts";
import { bareObject, isObject, type JsonValue } from "../base/json.ts";
import type { Evaluation } from "./evaluation.ts";
import { MAX_RESULT_DEPTH } from "../source/source_limits.ts";
import { MAX_RESULT_BYTES } from "./limits.ts";
import { LuaFailure, type LuaFailureFacts } from "./lua_failure.ts";

/** What a worker says about an evaluation. */
export type WorkerAnswer =
  | { readonly evaluation: Evaluation }
  | { readonly failure: LuaFailureFacts }
  | { readonly bug: string };

/**
 * Takes the answer of a worker that untrusted code may have taken over: data
 * of any shape. What is passed on has the shape and the size that an evaluation
 * can have. Whether it makes a profile is checked later, as always.
 *
 * Marks are passed on as they are: they only say where to point at.
 *
 * @throws {LuaFailure} when the answer is one
 * @throws {TypeError} when it is malformed
 */
export function readWorkerAnswer(answer: unknown): Evaluation {
  if (isObject(answer)) {
    const { evaluation, failure, bug } = answer;
    if (isEvaluation(evaluation)) {
      return { ...evaluation, value: plainJson(evaluation.value) };
    }
    if (isFailure(failure)) throw new LuaFailure(failure);
    if (typeof bug === "string") {
      throw new TypeError(`the evaluation worker failed: ${bug}`);
    }
  }
  throw new TypeError("the evaluation worker gave an answer that is none");
}

function isEvaluation(value: unknown): value is Evaluation {
  return isObject(value) && "value" in value && isAccount(value) &&
    (value.refusals === undefined || isListOf(value.refusals, isRefusal));
}

function isFailure(value: unknown): value is LuaFailureFacts {
  return isObject(value) && isAccount(value) && isRefusal(value) &&
    isListOf(
      value.traceback,
      (frame) => isLine(frame) && isText(frame.label),
    ) &&
    (value.path === undefined ||
      isListOf(value.path, (part) => isText(part) || isNumber(part)));
}

function isRefusal(value: unknown): boolean {
  return isObject(value) && isErrorCode(value.code) && isText(value.message) &&
    [value.help, value.put, value.chunk].every((text) =>
      text === undefined || isText(text)
    ) &&
    (value.line === undefined || isNumber(value.line));
}

/** What a success and a failure both tell. */
function isAccount(value: Readonly<Record<string, unknown>>): boolean {
  return isNumber(value.steps) && typeof value.notesCut === "boolean" &&
    isListOf(value.loaded, isText) &&
    isListOf(value.notes, (note) => isLine(note) && isText(note.text));
}

function isLine(value: unknown): value is Record<string, unknown> {
  return isObject(value) && isText(value.chunk) && isNumber(value.line);
}

/** A code that ends the program with an exit code other than 0. */
function isErrorCode(value: unknown): boolean {
  return isText(value) && Object.hasOwn(DIAGNOSTIC_CODES, value) &&
    DIAGNOSTIC_CODES[value as keyof typeof DIAGNOSTIC_CODES] !== EXIT.done;
}

/**
 * JSON data anew, in objects without a prototype: what was copied from another
 * thread has prototypes, and `__proto__` must be a key like any other.
 */
function plainJson(data: unknown): JsonValue {
  // Every item is at least one byte of JSON, every character of a text, too.
  let bytesLeft = MAX_RESULT_BYTES;
  function spend(bytes: number): void {
    bytesLeft -= bytes;
    if (bytesLeft < 0) throw noData("more than a result may hold");
  }

  function plain(value: unknown, depth: number): JsonValue {
    spend(1);
    if (typeof value === "string") {
      spend(value.length);
      return value;
    }
    if (value === null || typeof value === "boolean") return value;
    if (isNumber(value) && Number.isFinite(value)) return value;
    if (typeof value !== "object") throw noData(`a ${typeof value}`);
    if (depth > MAX_RESULT_DEPTH) throw noData("nested too deep");
    if (Array.isArray(value)) {
      // Before anything is made of an array that is nothing but long.
      spend(value.length);
      return Array.from(value, (item) => plain(item, depth + 1));
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) {
      throw noData("an object that is not plain");
    }
    const object = bareObject();
    for (const [key, item] of Object.entries(value)) {
      spend(key.length);
      object[key] = plain(item, depth + 1);
    }
    return object;
  }
  return plain(data, 0);
}

function noData(what: string): TypeError {
  return new TypeError(
    `the evaluation worker gave something that is no data: ${what}`,
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function isListOf(
  value: unknown,
  isItem: (item: unknown) => boolean,
): boolean {
  return Array.isArray(value) && value.every(isItem);
}
