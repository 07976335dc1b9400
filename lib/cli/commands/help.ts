import { EXIT } from "../../base/diagnostic_codes.ts";
import type { CommandContext } from "../command.ts";
import { isCommand } from "../command_table.ts";
import { printHelp } from "../print_help.ts";
import { outputStyle } from "../render_options.ts";

/** `help [COMMAND]`, and `--help` with any command. */
export function help(
  { args, system, terminal }: CommandContext,
): Promise<number> {
  const asked = args.command === "help"
    ? args.operands[0]
    : args.commandNamed
    ? args.command
    : undefined;
  const command = asked !== undefined && isCommand(asked) ? asked : undefined;
  terminal.out.write(
    printHelp(command, outputStyle(terminal.out, system, args.flags.color)),
  );
  return Promise.resolve(EXIT.done);
}
