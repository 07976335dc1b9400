import type { Diagnostic } from "../base/diagnostic.ts";
import { EXIT } from "../base/diagnostic_codes.ts";
import type { DiagnosticFormat } from "../print/diagnostics/render_diagnostics.ts";
import type { System } from "../system/system.ts";
import { ClosedPipe, type Terminal } from "../system/terminal.ts";
import type { Command, CommandContext, Surroundings } from "./command.ts";
import type { CommandName } from "./command_table.ts";
import { resolve } from "./commands/resolve.ts";
import { type Arguments, parseArguments } from "./parse_arguments.ts";

/** Only the module of the chosen command is loaded, and that of the usual one. */
const LOAD: Readonly<Record<CommandName, () => Promise<Command>>> = {
  resolve: () => Promise.resolve(resolve),
  list: async () =>
    ((await import(
      import.meta.resolve("./commands/list.ts")
    )) as typeof import("./commands/list.ts")).list,
  check: async () =>
    ((await import(
      import.meta.resolve("./commands/check.ts")
    )) as typeof import("./commands/check.ts")).check,
  eval: async () =>
    ((await import(
      import.meta.resolve("./commands/eval.ts")
    )) as typeof import("./commands/eval.ts")).evaluate,
  models: async () =>
    ((await import(
      import.meta.resolve("./commands/models.ts")
    )) as typeof import("./commands/models.ts")).models,
  schema: async () =>
    ((await import(
      import.meta.resolve("./commands/schema.ts")
    )) as typeof import("./commands/schema.ts")).schema,
  completions: async () =>
    ((await import(
      import.meta.resolve("./commands/completions.ts")
    )) as typeof import("./commands/completions.ts")).completions,
  help: async () =>
    ((await import(
      import.meta.resolve("./commands/help.ts")
    )) as typeof import("./commands/help.ts")).help,
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
  system: System,
  terminal: Terminal,
): Promise<number> {
  // What completion scripts ask: never advertised, never an error.
  if (args[0] === "__complete") {
    const { answerShell }: typeof import("./answer_shell.ts") = await import(
      import.meta.resolve("./answer_shell.ts")
    );
    return await answerShell(args.slice(1), system, terminal);
  }
  const parsed = parseArguments(args);
  const said: Diagnostic[] = [];
  let surroundings: Promise<Surroundings> | undefined;
  const context: CommandContext = {
    args: parsed,
    system,
    terminal,
    report: (diagnostics) => said.push(...diagnostics),
    lookAround: () => surroundings ??= lookAround(parsed, system, terminal),
  };
  const code = await run(context);
  await writeDiagnostics(said, context);
  return code;
}

async function lookAround(
  { flags }: Arguments,
  system: System,
  terminal: Terminal,
): Promise<Surroundings> {
  const { surroundingsOf }: typeof import("./look.ts") = await import(
    import.meta.resolve("./look.ts")
  );
  return surroundingsOf(terminal.error, system, flags.color);
}

async function run(context: CommandContext): Promise<number> {
  try {
    const command = await chooseCommand(context.args);
    return await command(context);
  } catch (error) {
    // `insomnia-profile list | head -1`: the reader has what it wants.
    if (error instanceof ClosedPipe) return EXIT.done;
    const { reportFailure }: typeof import("./report_failure.ts") =
      await import(import.meta.resolve("./report_failure.ts"));
    return await reportFailure(error, context);
  }
}

async function chooseCommand(args: Arguments): Promise<Command> {
  if (args.problems.length > 0) {
    const { usageFailure }: typeof import("./usage_failure.ts") = await import(
      import.meta.resolve("./usage_failure.ts")
    );
    throw usageFailure(args.problems);
  }
  if (args.flags.version) {
    return ((await import(
      import.meta.resolve("./commands/version.ts")
    )) as typeof import("./commands/version.ts")).version;
  }
  return await LOAD[args.flags.help ? "help" : args.command]();
}

async function writeDiagnostics(
  said: readonly Diagnostic[],
  { args: { flags }, terminal, lookAround }: CommandContext,
): Promise<void> {
  const format = (flags["error-format"] ?? "human") as DiagnosticFormat;
  const shown = flags.quiet
    ? said.filter(({ severity }) => severity === "error")
    : said;
  // A SARIF log without results is still a log that somebody waits for.
  if (shown.length === 0 && format !== "sarif") return;
  const { renderDiagnostics }:
    typeof import("../print/diagnostics/render_diagnostics.ts") = await import(
      import.meta.resolve("../print/diagnostics/render_diagnostics.ts")
    );
  try {
    const surroundings = await lookAround();
    terminal.error.write(renderDiagnostics(shown, format, surroundings));
  } catch (error) {
    if (!(error instanceof ClosedPipe)) throw error;
  }
}
