import type { CommandContext } from "../../lib/cli/command.ts";
import { parseArguments } from "../../lib/cli/arguments/parse_arguments.ts";
import type { System } from "../../lib/system/system.ts";
import { recordingTerminal } from "./recording_terminal.ts";

/** What a command is given, in a process that goes on; it reports to nobody. */
export function commandContext(
  words: readonly string[],
  system: System,
  given: Partial<CommandContext> = {},
): CommandContext {
  return {
    args: parseArguments(words),
    system,
    terminal: recordingTerminal().terminal,
    report: () => {},
    flush: () => Promise.resolve(),
    reportOptions: () => Promise.resolve({}),
    ...given,
  };
}
