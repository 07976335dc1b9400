import type { FieldPath } from "../base/field_path.ts";
import type { EvaluationRecord, Refusal } from "./evaluation.ts";
import type { MarkTree } from "./mark_tree.ts";

/** A call of the profile's own code that an error went through. */
export interface LuaFrame {
  /** The file, relative to the profile's directory. */
  readonly chunk: string;
  /** From 1. */
  readonly line: number;
  /** As `in function 'f'` or `in main chunk`. */
  readonly label: string;
}

/** What is known about an evaluation that gave no value. */
export interface LuaFailureFacts extends Refusal, EvaluationRecord {
  /** Innermost call first; the profile's own code only. */
  readonly traceback: readonly LuaFrame[];
  /** The field of the result it is about. */
  readonly path?: FieldPath | undefined;
  /** When tracing: where the tables on the way to that field were written. */
  readonly marks?: MarkTree | undefined;
}

/** An evaluation ended without a value, because of the profile. */
export class LuaFailure extends Error {
  override readonly name = "LuaFailure";

  constructor(readonly facts: LuaFailureFacts) {
    super(facts.message);
  }
}
