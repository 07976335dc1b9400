import { EXIT } from "../../base/diagnostic_codes.ts";
import type { CommandContext } from "../command.ts";
import { openStore } from "../pods/open_store.ts";
import { overrideOf } from "../pods/override.ts";
import { driftNotes } from "../pods/pod_notes.ts";
import { differenceJson, differenceText } from "../pods/print_difference.ts";

/** `pod diff NAME`: what would change if a Pod were created now. */
export async function podDiff(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report } = context;
  const [name = ""] = operands;
  const difference = await openStore(context).diff(name, overrideOf(context));
  report(difference.warnings);
  terminal.out.write(
    flags.format === "json"
      ? differenceJson(difference)
      : differenceText(difference.changes, context),
  );
  report(
    driftNotes(name, difference.drift).map(({ help: _, ...note }) => note),
  );
  return difference.changes.length === 0 ? EXIT.done : EXIT.problems;
}
