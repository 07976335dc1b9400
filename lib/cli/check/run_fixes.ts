import { applyFixes } from "../../api/apply_fixes.ts";
import type { SourceEdit } from "../../base/source_edit.ts";
import type { CommandContext } from "../command.ts";
import { type CheckRun, runCheck } from "./run_check.ts";

/**
 * One change may show the next mistake: behind a syntax error stands all the
 * rest. More rounds than this are changes that undo one another.
 */
const MOST_ROUNDS = 20;

/** The changes, and the check after them. */
export interface FixedRun extends CheckRun {
  readonly changes: readonly SourceEdit[];
}

/** Applies every safe fix to the checked files, until none is left. */
export async function runFixes(context: CommandContext): Promise<FixedRun> {
  const changes: SourceEdit[] = [];
  for (let round = 0;; round++) {
    const run = await runCheck(context, { writesAfterwards: true });
    const made = round < MOST_ROUNDS
      ? await applyFixes(run.diagnostics, context.system)
      : [];
    if (made.length === 0) return { ...run, changes };
    for (const edit of made) changes.push(edit);
  }
}
