import type { DiagnosticCode } from "../base/diagnostic_codes.ts";
import type { FieldPath } from "../base/field_path.ts";
import type { PrintNote } from "./evaluation.ts";
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
export interface LuaFailureFacts {
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
  /** Innermost call first; the profile's own code only. */
  readonly traceback: readonly LuaFrame[];
  /** The field of the result it is about. */
  readonly path?: FieldPath | undefined;
  /** When tracing: where the tables on the way to that field were written. */
  readonly marks?: MarkTree | undefined;
  /** Steps taken until then. */
  readonly steps: number;
  /** Modules begun until then, as in an evaluation. */
  readonly loaded: readonly string[];
  /** Remarks printed until then. */
  readonly notes: readonly PrintNote[];
  /** Whether remarks were left out. */
  readonly notesCut: boolean;
}

/** An evaluation ended without a value, because of the profile. */
export class LuaFailure extends Error implements LuaFailureFacts {
  override readonly name = "LuaFailure";
  readonly code: DiagnosticCode;
  readonly help?: string | undefined;
  readonly put?: string | undefined;
  readonly chunk?: string | undefined;
  readonly line?: number | undefined;
  readonly traceback: readonly LuaFrame[];
  readonly path?: FieldPath | undefined;
  readonly marks?: MarkTree | undefined;
  readonly steps: number;
  readonly loaded: readonly string[];
  readonly notes: readonly PrintNote[];
  readonly notesCut: boolean;

  constructor(facts: LuaFailureFacts) {
    super(facts.message);
    this.code = facts.code;
    this.help = facts.help;
    this.put = facts.put;
    this.chunk = facts.chunk;
    this.line = facts.line;
    this.traceback = facts.traceback;
    this.path = facts.path;
    this.marks = facts.marks;
    this.steps = facts.steps;
    this.loaded = facts.loaded;
    this.notes = facts.notes;
    this.notesCut = facts.notesCut;
  }
}
