import type { DiagnosticCode } from "../base/diagnostic_codes.ts";
import type { JsonValue } from "../base/json.ts";
import type { MarkTree } from "./mark_tree.ts";
import type { LuaProgram } from "../source/lua_program.ts";

/** What an evaluation is given besides the program. */
export interface EvaluateOptions {
  /**
   * What `insomnia.models` tells, as plain data; `resources/lua/models.lua`
   * reads it. Default: the builtin catalog, which the machine holds.
   */
  readonly catalog?: object | undefined;
  /** What `insomnia.version` says. */
  readonly version: string;
  /** Steps the evaluation may take; default 200 million, at most 2^31 - 1. */
  readonly maxSteps?: number | undefined;
  /**
   * The Lua text that keeps marks, where the sources are instrumented: then the
   * evaluation tells where the result's fields were written.
   */
  readonly trace?: string;
  /** When tracing: note what host functions refuse, and go on. */
  readonly further?: boolean;
}

/** A remark of `print`. */
export interface PrintNote {
  /** The file that printed it; empty when that is not known. */
  readonly chunk: string;
  /** From 1; 0 when it is not known. */
  readonly line: number;
  readonly text: string;
}

/** What is known of an evaluation, whether it gives a value or not. */
export interface EvaluationRecord {
  /**
   * What was loaded, in this order: the entry's chunk, `shared.models`,
   * `builtin:default`, `user:night/shared`.
   */
  readonly loaded: readonly string[];
  /** Remarks that were printed. */
  readonly notes: readonly PrintNote[];
  /** Whether remarks were left out because they were too many. */
  readonly notesCut: boolean;
  /** Steps taken: equal on every machine. */
  readonly steps: number;
}

/** What a program evaluates to. */
export interface Evaluation extends EvaluationRecord {
  /** The returned table as plain data: arrays, and objects without a prototype. */
  readonly value: JsonValue;
  /** Present when tracing. */
  readonly marks?: MarkTree;
  /** What host functions refused, where they were to go on. */
  readonly refusals?: readonly Refusal[];
}

/** What Lua or a host function refuses. */
export interface Refusal {
  readonly code: DiagnosticCode;
  /** Without the place; as the profile wrote it, so it may hold any character. */
  readonly message: string;
  readonly help?: string | undefined;
  /** What to write instead of what is wrong, where that is known. */
  readonly put?: string | undefined;
  /** Where it happened, when that is known. */
  readonly chunk?: string | undefined;
  /** From 1. */
  readonly line?: number | undefined;
}

/** Evaluates a program, here or in a worker. Throws a `LuaFailure`. */
export type Run = (
  program: LuaProgram,
  options: EvaluateOptions,
) => Evaluation | Promise<Evaluation>;
