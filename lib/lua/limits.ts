import { MAX_RESULT_DEPTH } from "../source/source_limits.ts";

/** Steps an evaluation may take unless a caller says otherwise: about a second. */
export const DEFAULT_MAX_STEPS = 200_000_000;

/** The most that `maxSteps` can be: the VM counts in 32 bits. */
export const HIGHEST_MAX_STEPS = 2 ** 31 - 1;

/**
 * Steps for seeing where the fields of a result were written. A profile that
 * takes more has used its time: its problems are shown at the `return`.
 */
export const MAX_TRACE_STEPS = 50_000_000;

/** All sources of a program, for the same. */
export const MAX_TRACE_BYTES = 2 ** 18;

/** All memory of the VM; the engine itself gives no more. */
export const MAX_MEMORY_BYTES = 64 * 2 ** 20;

/** A result, written as JSON. */
export const MAX_RESULT_BYTES = 2 ** 20;

/** What the Lua side of the sandbox is told when the VM is built. */
export const LUA_LIMITS = {
  /** Lines of all remarks of `print`; what comes after is left out. */
  print_lines: 200,
  /** Bytes of all remarks of `print`. */
  print_bytes: 64 * 2 ** 10,
  /** Bytes of an error's message; the rest is cut off. */
  message_bytes: 2 * 2 ** 10,
  /** Frames of a traceback. */
  traceback_frames: 20,
  /** Bytes of a name given to `require`. */
  module_name_bytes: 200,
  /** Tables inside tables in a result. */
  result_depth: MAX_RESULT_DEPTH,
} as const;

/**
 * Steps charged for work outside the VM's own code, which its counter cannot
 * see. Each is the time that work takes, at about 5 ns a step.
 */
export const STEP_COST = {
  /** An error thrown through JavaScript to the nearest protected call. */
  throw: 700,
  /** A protected call or the resumption of a coroutine, through JavaScript. */
  protectedCall: 20,
  /** One more page of memory. */
  memoryPage: 2_000,
} as const;
