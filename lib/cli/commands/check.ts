import { checkReport } from "../check/check_report.ts";
import type { CommandContext } from "../command.ts";
import { type OutputStyle, outputStyle } from "../output_style.ts";
import { type CheckRun, runCheck } from "../check/run_check.ts";
import { type FixedRun, runFixes } from "../check/run_fixes.ts";

/**
 * `check [SELECTOR|FILE|FOLDER...]`: resolves profiles and reports all their
 * problems. Standard output, its JSON and the exit code give one answer; it is
 * the last thing that is said.
 */
export async function check(context: CommandContext): Promise<number> {
  const { args: { flags }, terminal, system } = context;
  // Looked at now: with the other rights goes that to read `NO_COLOR`.
  const style = outputStyle(terminal.out, system, flags.color);
  if (flags.watch) {
    const { runWatch } = await import("../watch/run_watch.ts");
    return await runWatch(context, (run) => show(run, style, context));
  }
  const run = flags.fix
    ? await runFixes(context)
    : await runCheck(context, { writesAfterwards: false });
  await show(run, style, context);
  return run.exitCode;
}

async function show(
  run: CheckRun & Partial<FixedRun>,
  style: OutputStyle,
  { args: { flags }, terminal, system, report, flush }: CommandContext,
): Promise<void> {
  report(run.diagnostics);
  await flush();
  terminal.out.write(
    checkReport(run, flags.format === "json" ? "json" : "text", {
      failuresOnly: flags.quiet ?? false,
      ...style,
      cwd: system.cwd(),
    }),
  );
}
