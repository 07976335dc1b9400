import { checkReport } from "../check_report.ts";
import type { CommandContext } from "../command.ts";
import { runCheck } from "../run_check.ts";
import { runFixes } from "../run_fixes.ts";

/**
 * `check [SELECTOR|FILE|FOLDER...]`: resolves profiles and reports all their
 * problems. Standard output, its JSON and the exit code give one answer; it is
 * the last thing that is said.
 */
export async function check(context: CommandContext): Promise<number> {
  const { args: { flags }, terminal, report } = context;
  const run = flags.fix
    ? await runFixes(context)
    : { ...await runCheck(context, { writesAfterwards: false }), changes: [] };
  report(run.diagnostics);
  await context.flush();
  terminal.out.write(
    checkReport(run, flags.format === "json" ? "json" : "text", {
      failuresOnly: flags.quiet ?? false,
      width: terminal.out.columns(),
      cwd: context.system.cwd(),
    }),
  );
  return run.exitCode;
}
