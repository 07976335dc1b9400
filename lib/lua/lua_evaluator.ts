import { isObject, type JsonValue } from "../base/json.ts";
import type {
  EvaluateOptions,
  Evaluation,
  PrintNote,
  Refusal,
} from "./evaluation.ts";
import { findOversizedSource } from "../source/find_oversized_source.ts";
import { findRecursion } from "./find_recursion.ts";
import { lastSeen } from "./last_seen.ts";
import {
  DEFAULT_MAX_STEPS,
  HIGHEST_MAX_STEPS,
  MAX_MEMORY_BYTES,
} from "./limits.ts";
import {
  LuaFailure,
  type LuaFailureFacts,
  type LuaFrame,
} from "./lua_failure.ts";
import { LuaMachine } from "./lua_machine.ts";
import { programInput } from "./program_input.ts";
import { pushValue } from "./json_to_lua.ts";
import { readMarks } from "./read_marks.ts";
import { luaToJson, LuaToJsonProblem } from "./lua_to_json.ts";
import type { LuaProgram } from "../source/lua_program.ts";

/** Steps for reading from a machine that was stopped. */
const STEPS_TO_SALVAGE = 5_000_000;

/** How Lua says that an allocation failed; a profile can say it, too. */
const OUT_OF_MEMORY = "not enough memory";

/** The end of what Lua says when calls are nested too deep. */
const STACK_OVERFLOW = "stack overflow";

/** Where `sandbox.lua` leaves what it returns, on the main state's stack. */
const OUTCOME = { ok: 2, value: 3, marks: 4, refusals: 5 } as const;

/** Evaluates one program after another, each in a fresh state of the machine. */
export class LuaEvaluator {
  readonly #code: WebAssembly.Module;
  /** The machine of the evaluation before, when that came to a good end. */
  #kept: LuaMachine | undefined;
  #evaluations = 0;

  /** Takes the compiled machine, as `compileVm` gives it. */
  constructor(code: WebAssembly.Module) {
    this.#code = code;
  }

  /** @throws {LuaFailure} when the program has an error or reaches a limit */
  evaluate(program: LuaProgram, options: EvaluateOptions): Evaluation {
    // A single evaluation, as on the command line, needs no copy of the heap.
    const reusable = ++this.#evaluations > 1;
    const machine = this.#kept?.reset()
      ? this.#kept
      : LuaMachine.start(this.#code, { reusable });
    // Only a machine that comes to a good end is kept.
    this.#kept = undefined;
    return evaluateOn(
      machine,
      program,
      options,
      () => this.#kept = machine,
    );
  }
}

/**
 * The same on a machine of the caller's.
 *
 * @param onGoodEnd called when the machine can be reset and used again, which
 * it can after an ordinary error, too
 */
export function evaluateOn(
  machine: LuaMachine,
  program: LuaProgram,
  options: EvaluateOptions,
  onGoodEnd?: () => void,
): Evaluation {
  const maxSteps = Math.min(
    options.maxSteps ?? DEFAULT_MAX_STEPS,
    HIGHEST_MAX_STEPS,
  );
  // Instrumented sources are longer than what was written.
  const oversized = options.trace ? undefined : findOversizedSource(program);
  if (oversized) throw failureOf(oversized, 0, NO_RECORD);
  let ended: Ended;
  let record: EvaluationRecord;
  let steps: number;
  try {
    ended = run(machine, program, options, maxSteps);
    steps = maxSteps - machine.fuel;
    machine.refuel();
    record = readRecord(machine);
    onGoodEnd?.();
  } catch (error) {
    const stop = explainStop(machine, error, maxSteps);
    if (!stop) throw error;
    steps = maxSteps - Math.max(0, machine.fuel);
    const place = salvage(machine, () => lastSeen(machine), { traceback: [] });
    const record = salvage(machine, () => readRecord(machine), NO_RECORD);
    throw failureOf({ ...stop, ...place }, steps, record);
  }
  if ("problem" in ended) throw failureOf(ended.problem, steps, record);
  return { ...ended, ...record, steps };
}

type EvaluationRecord = Pick<Evaluation, "loaded" | "notes" | "notesCut">;
type Problem =
  & Omit<LuaFailureFacts, keyof EvaluationRecord | "steps" | "traceback">
  & { readonly traceback?: readonly LuaFrame[] };
type Ended = Pick<Evaluation, "value" | "marks" | "refusals"> | {
  readonly problem: Problem;
};

const NO_RECORD: EvaluationRecord = { loaded: [], notes: [], notesCut: false };

function failureOf(
  problem: Problem,
  steps: number,
  record: EvaluationRecord,
): LuaFailure {
  return new LuaFailure({ traceback: [], ...problem, ...record, steps });
}

/** @throws what stopped the machine */
function run(
  machine: LuaMachine,
  program: LuaProgram,
  options: EvaluateOptions,
  maxSteps: number,
): Ended {
  const { api, main: L } = machine;
  machine.refuel();
  api.lua_pushvalue(L, 1);
  pushValue(machine, L, programInput(program, options));
  machine.refuel(maxSteps);
  const status = api.lua_pcallk(L, 1, 4, 0, 0, 0);
  if (status !== 0) return { problem: luaProblem(machine, OUTCOME.ok) };
  if (api.lua_toboolean(L, OUTCOME.ok) === 0) {
    const problem = luaProblem(machine, OUTCOME.value);
    return { problem: explainUnread(problem, program) ?? problem };
  }
  try {
    const value = luaToJson(machine, OUTCOME.value);
    if (!options.trace) return { value };
    const marks = readMarks(machine, OUTCOME.value, OUTCOME.marks);
    if (!options.further) return { value, marks };
    const refusals = machine.plainAt(L, OUTCOME.refusals);
    return {
      value,
      marks,
      // An empty list is read as an object.
      refusals: Array.isArray(refusals)
        ? refusals as unknown as readonly Refusal[]
        : [],
    };
  } catch (error) {
    if (!(error instanceof LuaToJsonProblem)) throw error;
    const { code, message, help, path } = error;
    const marks = options.trace
      ? readMarks(machine, OUTCOME.value, OUTCOME.marks, path)
      : undefined;
    return { problem: { code, message, help, path, marks } };
  }
}

/** What the prelude made of an error, or the bare error where it could not. */
function luaProblem(machine: LuaMachine, index: number): Problem {
  const found = machine.plainAt(machine.main, index);
  const problem: Problem = isObject(found)
    ? {
      ...found as unknown as Problem,
      // An empty table is read as an object.
      traceback: Array.isArray(found.traceback) ? found.traceback : [],
    }
    : { code: "lua-runtime", message: String(found) };
  return withRecursion(
    problem.message === OUT_OF_MEMORY && machine.memoryRefused
      ? { ...problem, ...MEMORY_PROBLEM, ...machine.refusedAt }
      : problem,
  );
}

/** Names what calls itself, where that is why a stack or memory ended. */
function withRecursion(problem: Problem): Problem {
  const { code, message, help, traceback = [] } = problem;
  const isDeep = code === "limit-memory" || message.endsWith(STACK_OVERFLOW);
  const recursion = isDeep ? findRecursion(traceback) : undefined;
  if (!recursion) return problem;
  const hint = `${recursion} calls itself without an end`;
  return { ...problem, help: help ? `${help}; here ${hint}` : hint };
}

/** What a computed name may mean is read up to a limit: perhaps this was beyond. */
function explainUnread(
  problem: Problem,
  program: LuaProgram,
): Problem | undefined {
  const excess = problem.code === "module-not-found"
    ? unreadOf(program)
    : problem.code === "import-invalid"
    ? program.unreadImports
    : undefined;
  if (excess === undefined) return undefined;
  return {
    ...problem,
    code: "limit-modules",
    message:
      `${problem.message}; or it was not read, because there are ${excess} it could be`,
    help:
      'name modules and imports as literals (`require("shared")`), so that only those are read, or give the profile a directory of its own',
  };
}

function unreadOf(program: LuaProgram): string | undefined {
  let unread = program.unread;
  for (const found of program.imports.values()) {
    if ("root" in found) unread ??= found.root.unread;
  }
  return unread;
}

const MEMORY_PROBLEM = {
  code: "limit-memory",
  message: `${OUT_OF_MEMORY}: the profile needs more than ${
    MAX_MEMORY_BYTES / 2 ** 20
  } MiB`,
  help:
    "this limit is fixed; a usual cause is a loop that makes a string or a table grow without end, or a function that calls itself without end",
} as const;

/** Why a machine was stopped from outside; undefined for a bug of ours. */
function explainStop(
  machine: LuaMachine,
  error: unknown,
  maxSteps: number,
): Problem | undefined {
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
  if (machine.memoryRefused) return MEMORY_PROBLEM;
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

/** What the prelude noted beside the result; see `notes.lua`. */
function readRecord(machine: LuaMachine): EvaluationRecord {
  const [loaded, flat, notesCut] = machine.plainAt(
    machine.reader,
    1,
  ) as readonly JsonValue[];
  const notes: PrintNote[] = [];
  const rows = Array.isArray(flat) ? flat as JsonValue[] : [];
  for (let at = 0; at + 2 < rows.length; at += 3) {
    notes.push({
      chunk: String(rows[at]),
      line: Number(rows[at + 1]),
      text: String(rows[at + 2]),
    });
  }
  return {
    loaded: Array.isArray(loaded) ? loaded.map(String) : [],
    notes,
    notesCut: notesCut === true,
  };
}

/**
 * Reads from a machine that was stopped in the middle of anything: what it did
 * until then helps to find out why. Its memory may be in disorder.
 */
function salvage<T>(machine: LuaMachine, read: () => T, otherwise: T): T {
  try {
    machine.refuel(STEPS_TO_SALVAGE);
    return read();
  } catch {
    return otherwise;
  }
}
