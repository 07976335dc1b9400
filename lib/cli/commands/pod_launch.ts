import { EXIT } from "../../base/diagnostic_codes.ts";
import { printJson } from "../../base/print_json.ts";
import type { CommandContext } from "../command.ts";
import { ask, canAsk } from "../pods/ask.ts";
import { openStore } from "../pods/open_store.ts";
import { differenceText } from "../pods/print_difference.ts";
import { launchAsJson, launchNotes } from "../pods/print_launch.ts";

/** `pod launch NAME`: the command that starts a Pod. It is never run here. */
export async function podLaunch(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report } = context;
  const [name = ""] = operands;
  const launch = await openStore(context).launch(name, {
    yes: flags.yes ?? false,
    force: flags.force ?? false,
    confirm: async (changes) => {
      terminal.error.write(differenceText(changes, context, "error"));
      return canAsk(terminal) && await ask(
        terminal,
        "put what the Pod was created with in place of what the runtime has?",
      );
    },
  });
  report(launch.warnings);
  report(launchNotes(name, launch));
  if (flags.format === "json") {
    terminal.out.write(printJson({ name, ...launchAsJson(launch) }));
  } else if (!flags.settle) {
    terminal.out.write(`${launch.command}\n`);
  }
  return EXIT.done;
}
