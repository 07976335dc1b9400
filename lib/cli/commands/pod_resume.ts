import { EXIT } from "../../base/diagnostic_codes.ts";
import type { CommandContext } from "../command.ts";
import { openStore } from "../pods/open_store.ts";

/**
 * `pod resume NAME`: the stored manifest, exactly as it is stored. What else
 * there is to say goes to standard error and changes nothing.
 */
export async function podResume(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report } = context;
  const [name = ""] = operands;
  // Sources are read again only if a person sees the notes.
  const drift = flags.drift ?? (terminal.error.isTerminal && !flags.quiet);
  const resumed = await openStore(context).resume(name, { drift });
  terminal.out.write(resumed.text);
  if (resumed.runtime !== "same" || resumed.drift.length > 0) {
    const { driftNotes, runtimeNotes } = await import("../pods/pod_notes.ts");
    report(runtimeNotes(name, resumed.runtime));
    report(driftNotes(name, resumed.drift));
  }
  return EXIT.done;
}
