import { ProfileError } from "../../base/profile_error.ts";
import { takeColumns } from "../../print/display_width.ts";
import { visibleText } from "../../print/visible_text.ts";
import type { CommandContext } from "../command.ts";
import { counted } from "../../base/counted.ts";
import { workspaceOf } from "../launch_options.ts";
import { nearPath } from "../near_path.ts";
import { CLEAR_LINE } from "../progress.ts";
import { type CheckRun, runCheck } from "../check/run_check.ts";
import { nextChange } from "./next_change.ts";
import { notingSystem } from "./noting_system.ts";

/** Clears the screen, but not what can be scrolled back to. */
const CLEAR_SCREEN = "\x1b[H\x1b[2J";

/**
 * Checks, waits until an answer that the check had from the world is another
 * one, and checks again. Never ends but by an error; once the signal says to
 * stop nothing more is checked.
 *
 * @param show writes what a check says
 */
export async function watchProfiles(
  context: CommandContext,
  show: (run: CheckRun) => Promise<void>,
  signal: AbortSignal,
): Promise<never> {
  const { args: { flags }, system, terminal } = context;
  let changed: readonly string[] = [];
  for (let isFirst = true;; isFirst = false) {
    const noted = notingSystem(system);
    const { isTerminal } = terminal.error;
    if (isTerminal && !flags.quiet) terminal.error.write("checking");
    const run = await check({ ...context, system: noted }, isFirst);
    if (isTerminal) {
      terminal.error.write(terminal.out.isTerminal ? CLEAR_SCREEN : CLEAR_LINE);
    }
    if (!isFirst) say(`changed: ${names(changed, system.cwd())}`, context);
    if (run !== undefined) await show(run);
    else await context.flush();
    say(`watching ${counted(noted.filesRead(), "file")}; Ctrl-C ends`, context);
    const root = workspaceOf(flags, system);
    changed = await nextChange(noted, root, system, signal);
    if (signal.aborted) return await new Promise(() => {});
  }
}

/**
 * What keeps a later check from beginning, such as a workspace that is being
 * moved, is said, and may be over with the next change.
 */
async function check(
  context: CommandContext,
  isFirst: boolean,
): Promise<CheckRun | undefined> {
  try {
    return await runCheck(context, { writesAfterwards: true });
  } catch (error) {
    if (isFirst || !(error instanceof ProfileError)) throw error;
    context.report(error.diagnostics);
    return undefined;
  }
}

/** Prints one line for the user. */
function say(
  line: string,
  { args: { flags }, terminal: { error } }: CommandContext,
): void {
  if (flags.quiet) return;
  const width = error.columns();
  const text = visibleText(line);
  error.write(
    `${width === undefined ? text : takeColumns(text, width - 1)}\n`,
  );
}

const MOST_NAMED = 3;

function names(paths: readonly string[], cwd: string): string {
  const near = paths.slice(0, MOST_NAMED).map((path) => nearPath(path, cwd));
  const more = paths.length - near.length;
  return `${near.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
