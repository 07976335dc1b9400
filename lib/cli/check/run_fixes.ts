import { applyFixes } from "../../api/apply_fixes.ts";
import type { SourceEdit } from "../../base/source_edit.ts";
import type { CommandContext } from "../command.ts";
import { type CheckRun, runCheck } from "./run_check.ts";

/**
 * One change may show the next mistake: behind a syntax error stands all the
 * rest. More rounds than this are changes that undo one another.
 */
const MOST_ROUNDS = 20;

/** What was changed, and what a check says afterwards. */
export interface FixedRun extends CheckRun {
  readonly changes: readonly SourceEdit[];
}

/** Makes every sure change in the files that are checked, until there is none. */
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
