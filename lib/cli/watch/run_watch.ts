import type { EndingSignal } from "../../system/terminal.ts";
import type { CommandContext } from "../command.ts";
import { giveUpRights } from "../isolation/give_up_rights.ts";
import type { CheckRun } from "../check/run_check.ts";
import { CLEAR_LINE } from "../progress.ts";
import { SIGNAL_EXIT } from "../signal_exit.ts";
import { usageFailure } from "../arguments/usage_failure.ts";
import { watchProfiles } from "./watch_profiles.ts";

/**
 * Checks now, and again whenever something that was read is no longer what it
 * was, until a signal ends it. Each check has workers of its own without any
 * permission; this process runs no profile and keeps what reading needs.
 *
 * @returns the exit code for the signal: 130 for Ctrl-C
 * @throws {ProfileError} where the first check could not begin
 */
export async function runWatch(
  context: CommandContext,
  show: (run: CheckRun) => Promise<void>,
): Promise<number> {
  const { args: { operands }, terminal } = context;
  if (operands.includes("-")) {
    throw usageFailure([{
      kind: "conflict",
      first: "--watch",
      second: "-",
      why: "standard input can be read once",
    }]);
  }
  await giveUpRights(context, ["read", "env"]);
  const ended = Promise.withResolvers<EndingSignal>();
  const stop = new AbortController();
  const unlisten = terminal.onSignal(ended.resolve);
  try {
    const watching = watchProfiles(context, show, stop.signal);
    watching.catch(() => {});
    return SIGNAL_EXIT[await Promise.race([ended.promise, watching])];
  } finally {
    unlisten();
    stop.abort();
    // Removes the `^C` that the terminal echoed, and a line of progress.
    if (terminal.error.isTerminal) terminal.error.write(CLEAR_LINE);
  }
}
