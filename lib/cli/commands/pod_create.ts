import { EXIT } from "../../base/diagnostic_codes.ts";
import { printJson } from "../../base/print_json.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { CommandContext } from "../command.ts";
import { launchOptions } from "../launch_options.ts";
import { derivedNameNotes } from "../derived_name_notes.ts";
import { openStore } from "../pods/open_store.ts";
import { launchAsJson, launchNotes } from "../pods/print_launch.ts";
import { readsTerminal } from "../reads_terminal.ts";
import { typedSelector } from "../typed_selector.ts";

/** `pod create [SELECTOR]`: stores a new Pod and says how it is started. */
export async function podCreate(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, system, terminal, report } = context;
  const { manifest } = flags;
  const { system: _, remarks, ...options } = await launchOptions(flags, system);
  report(remarks);
  const selector = typedSelector(operands[0], system.cwd());
  readsTerminal(context, selector);
  const { snapshot, launch, warnings } = await openStore(context).create({
    ...options,
    ...manifest === undefined
      ? { selector, typed: operands[0] ?? "default" }
      : { manifest: pathAsTyped(system.cwd(), manifest) },
  });
  report(derivedNameNotes(flags, options.podName));
  report(warnings);
  report(launchNotes(options.podName, launch));
  terminal.out.write(
    flags.format === "json"
      ? printJson({
        name: options.podName,
        digest: snapshot.digest,
        ...launchAsJson(launch),
      })
      : `${launch.command}\n`,
  );
  return EXIT.done;
}
