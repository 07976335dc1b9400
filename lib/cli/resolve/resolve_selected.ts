import { printManifest } from "../../print/print_manifest.ts";
import type { CommandContext } from "../command.ts";
import type { PrintedManifest } from "./printed_manifest.ts";
import { derivedNameNotes } from "../derived_name_notes.ts";
import { resolveIsolated } from "../isolation/resolve_isolated.ts";
import { launchOptions } from "../launch_options.ts";
import { outputFormat } from "../output_format.ts";
import { readsTerminal } from "../reads_terminal.ts";
import { typedSelector } from "../typed_selector.ts";

/** Resolves the profile that was typed, and prints its manifest. */
export async function resolveSelected(
  context: CommandContext,
): Promise<PrintedManifest> {
  const { args: { flags, operands }, system, report } = context;
  const selector = typedSelector(operands[0], system.cwd());
  const { remarks, ...options } = await launchOptions(flags, system);
  const output = outputFormat(flags);
  report(remarks);
  readsTerminal(context, selector);
  const { manifest, warnings } = await resolveIsolated(
    { ...options, selector },
    context,
    { writesAfterwards: flags.out !== undefined },
  );
  return {
    text: printManifest(manifest, output.format),
    remarks: [
      ...derivedNameNotes(flags, options.podName),
      ...output.remarks,
      ...warnings,
    ],
  };
}
