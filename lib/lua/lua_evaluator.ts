import type { JsonValue } from "../base/json.ts";
import type {
  EvaluateOptions,
  Evaluation,
  EvaluationRecord,
  PrintNote,
  Refusal,
} from "./evaluation.ts";
import {
  explainError,
  explainStop,
  type FailureCause,
} from "./explain_failure.ts";
import { findOversizedSource } from "../source/find_oversized_source.ts";
import { lastSeen } from "./last_seen.ts";
import { DEFAULT_MAX_STEPS, HIGHEST_MAX_STEPS } from "./limits.ts";
import { LuaFailure } from "./lua_failure.ts";
import { LuaMachine } from "./lua_machine.ts";
import { programInput } from "./program_input.ts";
import { pushValue } from "./json_to_lua.ts";
import { readMarks } from "./read_marks.ts";
import { luaToJson, LuaToJsonProblem } from "./lua_to_json.ts";
import type { LuaProgram } from "../source/lua_program.ts";

/** Steps for reading from a machine that was stopped. */
const STEPS_TO_SALVAGE = 5_000_000;

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
  let record: Noted;
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
  if ("cause" in ended) throw failureOf(ended.cause, steps, record);
  return { ...ended, ...record, steps };
}

type Noted = Omit<EvaluationRecord, "steps">;
type Ended = Pick<Evaluation, "value" | "marks" | "refusals"> | {
  readonly cause: FailureCause;
};

const NO_RECORD: Noted = { loaded: [], notes: [], notesCut: false };

function failureOf(
  cause: FailureCause,
  steps: number,
  record: Noted,
): LuaFailure {
  return new LuaFailure({ traceback: [], ...cause, ...record, steps });
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
  if (status !== 0) {
    return { cause: explainError(machine, OUTCOME.ok, program) };
  }
  if (api.lua_toboolean(L, OUTCOME.ok) === 0) {
    return { cause: explainError(machine, OUTCOME.value, program) };
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
    return { cause: { code, message, help, path, marks } };
  }
}

/** What the prelude noted beside the result; see `notes.lua`. */
function readRecord(machine: LuaMachine): Noted {
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
