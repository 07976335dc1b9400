import { EXIT } from "../../base/diagnostic_codes.ts";
import { printJson } from "../../base/print_json.ts";
import type { CommandContext } from "../command.ts";
import { openStore } from "../pods/open_store.ts";

/** `pod adopt NAME`: takes over a Pod that only the runtime knows. */
export async function podAdopt(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report } = context;
  const [name = ""] = operands;
  const { snapshot, warnings } = await openStore(context).adopt(name);
  report(warnings);
  terminal.out.write(
    flags.format === "json"
      ? printJson({ name, digest: snapshot.digest })
      : `adopted ${name}: ${snapshot.digest}\n`,
  );
  return EXIT.done;
}
