import { EXIT } from "../../base/diagnostic_codes.ts";
import { failure } from "../../base/profile_error.ts";
import { printJson } from "../../base/print_json.ts";
import type { CommandContext } from "../command.ts";
import { ask, canAsk } from "../pods/ask.ts";
import { openStore } from "../pods/open_store.ts";

/** `pod remove NAME`: removes a Pod with everything in its folder. */
export async function podRemove(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal } = context;
  const [name = ""] = operands;
  const isAgreed = flags.yes ||
    canAsk(terminal) &&
      await ask(terminal, `remove the Pod ${name} with its history for good?`);
  if (!isAgreed) {
    throw failure(
      "confirmation-missing",
      `the Pod \`${name}\` was not removed: that was not confirmed`,
      { help: "add `--yes` to remove it, or keep it with `pod archive`" },
    );
  }
  await openStore(context).remove(name, { force: flags.force ?? false });
  terminal.out.write(
    flags.format === "json" ? printJson({ name }) : `removed ${name}\n`,
  );
  return EXIT.done;
}
