import { EXIT } from "../../base/diagnostic_codes.ts";
import { printJson } from "../../base/print_json.ts";
import type { CommandContext } from "../command.ts";
import { openStore } from "../pods/open_store.ts";

/** `pod archive NAME`: moves a Pod out of the store. */
export async function podArchive(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal } = context;
  const [name = ""] = operands;
  const path = await openStore(context).archive(name, {
    force: flags.force ?? false,
  });
  terminal.out.write(
    flags.format === "json" ? printJson({ name, path }) : `${path}\n`,
  );
  return EXIT.done;
}
