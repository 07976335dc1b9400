import { isObject } from "../base/json.ts";
import { type LuaProgram, rootsOf } from "../source/lua_program.ts";
import type { EvaluationRecord } from "./evaluation.ts";
import { findRecursion } from "./find_recursion.ts";
import { HIGHEST_MAX_STEPS, MAX_MEMORY_BYTES } from "./limits.ts";
import type { LuaFailureFacts, LuaFrame } from "./lua_failure.ts";
import type { LuaMachine } from "./lua_machine.ts";

/** Why an evaluation gave no value. */
export type FailureCause =
  & Omit<LuaFailureFacts, keyof EvaluationRecord | "traceback">
  & { readonly traceback?: readonly LuaFrame[] };

/** How Lua says that an allocation failed; a profile can say it, too. */
const OUT_OF_MEMORY = "not enough memory";

/** The end of what Lua says when calls are nested too deep. */
const STACK_OVERFLOW = "stack overflow";

/**
 * What the prelude made of an error, or the bare error where it could not, and
 * what is known beyond it.
 *
 * @param index where the error is on the main state's stack
 */
export function explainError(
  machine: LuaMachine,
  index: number,
  program: LuaProgram,
): FailureCause {
  const found = machine.plainAt(machine.main, index);
  const cause: FailureCause = isObject(found)
    ? {
      ...found as unknown as FailureCause,
      // An empty table is read as an object.
      traceback: Array.isArray(found.traceback) ? found.traceback : [],
    }
    : { code: "lua-runtime", message: String(found) };
  const isOfMemory = cause.message === OUT_OF_MEMORY && machine.memoryRefused;
  return withUnread(
    withRecursion(
      isOfMemory ? { ...cause, ...MEMORY_LIMIT, ...machine.refusedAt } : cause,
    ),
    program,
  );
}

/** Names what calls itself, where that is why a stack or memory ended. */
function withRecursion(cause: FailureCause): FailureCause {
  const { code, message, help, traceback = [] } = cause;
  const isDeep = code === "limit-memory" || message.endsWith(STACK_OVERFLOW);
  const recursion = isDeep ? findRecursion(traceback) : undefined;
  if (!recursion) return cause;
  const hint = `${recursion} calls itself without an end`;
  return { ...cause, help: help ? `${help}; here ${hint}` : hint };
}

/** What a computed name may mean is read up to a limit: perhaps this was beyond. */
function withUnread(cause: FailureCause, program: LuaProgram): FailureCause {
  const { code, message } = cause;
  const excess = code === "module-not-found"
    ? rootsOf(program).map(({ unread }) => unread).find((text) => text)
    : code === "import-invalid"
    ? program.unreadImports
    : undefined;
  return excess === undefined ? cause : {
    ...cause,
    code: "limit-modules",
    message:
      `${message}; or it was not read, because there are ${excess} it could be`,
    help:
      'name modules and imports as literals (`require("shared")`), so that only those are read, or give the profile a directory of its own',
  };
}

const MEMORY_LIMIT = {
  code: "limit-memory",
  message: `${OUT_OF_MEMORY}: the profile needs more than ${
    MAX_MEMORY_BYTES / 2 ** 20
  } MiB`,
  help:
    "this limit is fixed; a usual cause is a loop that makes a string or a table grow without end, or a function that calls itself without end",
} as const;

/** Why a machine was stopped from outside; undefined for a bug of ours. */
export function explainStop(
  machine: LuaMachine,
  error: unknown,
  maxSteps: number,
): FailureCause | undefined {
  if (
    !(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)
  ) return undefined;
  // Read before the classes are told apart: to some type libraries they look
  // alike, and nothing is left of the type.
  const { message } = error;
  if (machine.fuel < 0) {
    return {
      code: "limit-steps",
      message: `the profile did not come to an end within ${maxSteps} steps`,
      help:
        `a usual cause is a loop without an end; work that really takes longer can be given more with --max-steps (at most ${HIGHEST_MAX_STEPS})`,
    };
  }
  if (machine.memoryRefused) return MEMORY_LIMIT;
  if (error instanceof RangeError) {
    return {
      code: "lua-runtime",
      message: "stack overflow: calls are nested too deep",
      help: "a usual cause is a function that calls itself without an end",
    };
  }
  return {
    code: "lua-runtime",
    message: `the Lua machine broke down: ${message}`,
    help: "the profile does something that Lua itself cannot stand",
  };
}
