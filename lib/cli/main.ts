import type { Diagnostic } from "../base/diagnostic.ts";
import { EXIT } from "../base/diagnostic_codes.ts";
import type { DiagnosticFormat } from "../print/diagnostics/render_diagnostics.ts";
import type { System } from "../system/system.ts";
import { ClosedPipe, type Terminal } from "../system/terminal.ts";
import type { Command, CommandContext, ReportOptions } from "./command.ts";
import type { CommandName } from "./arguments/command_table.ts";
import { resolve } from "./commands/resolve.ts";
import { type Arguments, parseArguments } from "./arguments/parse_arguments.ts";
import { startedIn } from "./started_in.ts";
import { untilClosed } from "./until_closed.ts";

/** Only the module of the chosen command is loaded, and that of the usual one. */
const LOAD: Readonly<Record<CommandName, () => Promise<Command>>> = {
  resolve: () => Promise.resolve(resolve),
  new: async () => (await import("./commands/new.ts")).newPod,
  list: async () => (await import("./commands/list.ts")).list,
  check: async () => (await import("./commands/check.ts")).check,
  explain: async () => (await import("./commands/explain.ts")).explain,
  diff: async () => (await import("./commands/diff.ts")).diff,
  eval: async () => (await import("./commands/eval.ts")).evalCommand,
  "models import": async () =>
    (await import("./commands/models_import.ts")).modelsImport,
  models: async () => (await import("./commands/models.ts")).models,
  "pod create": async () =>
    (await import("./commands/pod_create.ts")).podCreate,
  "pod launch": async () =>
    (await import("./commands/pod_launch.ts")).podLaunch,
  "pod list": async () => (await import("./commands/pod_list.ts")).podList,
  "pod show": async () => (await import("./commands/pod_show.ts")).podShow,
  "pod resume": async () =>
    (await import("./commands/pod_resume.ts")).podResume,
  "pod adopt": async () => (await import("./commands/pod_adopt.ts")).podAdopt,
  "pod diff": async () => (await import("./commands/pod_diff.ts")).podDiff,
  "pod reresolve": async () =>
    (await import("./commands/pod_reresolve.ts")).podReresolve,
  "pod archive": async () =>
    (await import("./commands/pod_archive.ts")).podArchive,
  "pod remove": async () =>
    (await import("./commands/pod_remove.ts")).podRemove,
  inherit: async () => (await import("./commands/inherit.ts")).inherit,
  init: async () => (await import("./commands/init.ts")).init,
  types: async () => (await import("./commands/types.ts")).types,
  schema: async () => (await import("./commands/schema.ts")).schema,
  completions: async () =>
    (await import("./commands/completions.ts")).completions,
  licenses: async () => (await import("./commands/licenses.ts")).licenses,
  help: async () => (await import("./commands/help.ts")).help,
};

/**
 * Runs one command line: prints its result to standard output, what there is
 * to say about it to standard error.
 *
 * @param args the words after the program's name
 * @returns the exit code, one of `EXIT`
 */
export async function main(
  args: readonly string[],
  world: System,
  terminal: Terminal,
): Promise<number> {
  // Hidden command for completion scripts; it never fails.
  if (args[0] === "__complete") {
    const { answerShell } = await import("./completions/answer_shell.ts");
    return await answerShell(args.slice(1), world, terminal);
  }
  const parsed = parseArguments(args);
  const system = startedIn(parsed.flags.directory, world);
  const said: Diagnostic[] = [];
  let isFlushed = false;
  let options: Promise<ReportOptions> | undefined;
  const context: CommandContext = {
    args: parsed,
    system,
    // `insomnia-profile check | head -1`: what it exits with does not depend on
    // the reader. A watch has no other end than that nobody reads.
    terminal: parsed.flags.watch ? terminal : untilClosed(terminal),
    report: (diagnostics) => diagnostics.forEach((d) => said.push(d)),
    flush: async () => {
      isFlushed = true;
      await writeDiagnostics(said.splice(0), context);
    },
    reportOptions: () =>
      options ??= loadReportOptions(parsed, system, terminal),
  };
  const code = await run(context);
  if (!isFlushed || said.length > 0) await writeDiagnostics(said, context);
  return code;
}

async function loadReportOptions(
  { flags }: Arguments,
  system: System,
  terminal: Terminal,
): Promise<ReportOptions> {
  const { reportOptions } = await import("./output_style.ts");
  const options = reportOptions(terminal.error, system, flags.color);
  if (flags["error-format"] !== "sarif") return options;
  const { loadErrorIndex } = await import("../api/error_index.ts");
  return { ...options, rules: await loadErrorIndex() };
}

async function run(context: CommandContext): Promise<number> {
  try {
    const command = await chooseCommand(context.args);
    if (context.args.flags.directory !== undefined) {
      await requireStart(context.system, context.args.flags.directory);
    }
    return await command(context);
  } catch (error) {
    // `insomnia-profile check --watch | head -1`: the reader has all it wants.
    if (error instanceof ClosedPipe) return EXIT.done;
    const { reportFailure } = await import("./report_failure.ts");
    return await reportFailure(error, context);
  }
}

/** Relative paths would be looked for in a directory that does not exist. */
async function requireStart(system: System, typed: string): Promise<void> {
  const kind = await system.stat(system.cwd());
  if (kind === "directory") return;
  const { failure } = await import("../base/profile_error.ts");
  throw failure(
    "file-unreadable",
    `cannot start in \`${typed}\`: ${
      kind === undefined
        ? "there is no such directory"
        : "it is not a directory"
    }`,
    { help: "`-C` takes the directory to start in" },
  );
}

async function chooseCommand(args: Arguments): Promise<Command> {
  if (args.problems.length > 0) {
    const { usageFailure } = await import("./arguments/usage_failure.ts");
    throw usageFailure(args.problems);
  }
  if (args.flags.version) {
    return (await import("./commands/version.ts")).version;
  }
  return await LOAD[args.flags.help ? "help" : args.command]();
}

async function writeDiagnostics(
  said: readonly Diagnostic[],
  { args: { flags }, terminal, reportOptions }: CommandContext,
): Promise<void> {
  const format = (flags["error-format"] ?? "human") as DiagnosticFormat;
  const shown = flags.quiet
    ? said.filter(({ severity }) => severity === "error")
    : said;
  // A SARIF log is written even without results, because its reader expects
  // one.
  if (shown.length === 0 && format !== "sarif") return;
  const { renderDiagnostics } = await import(
    "../print/diagnostics/render_diagnostics.ts"
  );
  try {
    const options = await reportOptions();
    terminal.error.write(renderDiagnostics(shown, format, options));
  } catch (error) {
    if (!(error instanceof ClosedPipe)) throw error;
  }
}
