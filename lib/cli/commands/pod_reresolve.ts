import { EXIT } from "../../base/diagnostic_codes.ts";
import type { CommandContext } from "../command.ts";
import { ask, canAsk } from "../pods/ask.ts";
import { openStore } from "../pods/open_store.ts";
import { overrideOf } from "../pods/override.ts";
import { conversationNotes } from "../pods/pod_notes.ts";
import { differenceJson, differenceText } from "../pods/print_difference.ts";
import type { ReresolvedPod } from "../../api/reresolve_pod.ts";

/** `pod reresolve NAME`: stores what a Pod resolves to now, after a yes. */
export async function podReresolve(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report } = context;
  const [name = ""] = operands;
  const isJson = flags.format === "json";
  // What was shown before the question is not printed again after it.
  let isShown = false;
  const show = ({ changes }: ReresolvedPod) => {
    terminal.error.write(differenceText(changes, context, "error"));
    isShown = true;
  };
  const reresolved = await openStore(context).reresolve(name, {
    ...overrideOf(context),
    yes: flags.yes ?? false,
    accept: (flags.accept ?? []) as readonly "widening"[],
    force: flags.force ?? false,
    onDifference: (difference) => {
      if (!flags.yes || !isJson) show(difference);
    },
    ...!flags.yes && canAsk(terminal) && {
      confirm: ({ changes }) =>
        ask(
          terminal,
          changes.some((change) => change.class === "widening")
            ? `the Pod ${name} could do MORE than before: replace what it was created with?`
            : `replace what the Pod ${name} was created with?`,
        ),
    },
  });
  report(reresolved.warnings);
  report(conversationNotes(name, reresolved.unreached));
  if (isJson) {
    terminal.out.write(
      differenceJson(reresolved, { unreached: reresolved.unreached }),
    );
  } else if (!isShown) {
    terminal.out.write(`${name}: nothing changes\n`);
  } else {
    terminal.out.write(`${name}: ${reresolved.changes.length} changed\n`);
  }
  return EXIT.done;
}
