import { EXIT } from "../../base/diagnostic_codes.ts";
import type { CommandContext } from "../command.ts";
import { isCommand, isGroup } from "../arguments/known_commands.ts";
import { printHelp } from "../print_help.ts";
import { outputStyle } from "../output_style.ts";

/** `help [COMMAND]`, and `--help` with any command. */
export function help(
  { args, system, terminal }: CommandContext,
): Promise<number> {
  const asked = args.command === "help"
    ? args.operands.join(" ")
    : args.group ?? (args.commandNamed ? args.command : "");
  const about = isCommand(asked) || isGroup(asked) ? asked : undefined;
  terminal.out.write(
    printHelp(about, outputStyle(terminal.out, system, args.flags.color)),
  );
  return Promise.resolve(EXIT.done);
}
