import type { Diagnostic } from "../base/diagnostic.ts";
import { type ManifestFormat, printManifest } from "../print/print_manifest.ts";
import type { CommandContext } from "./command.ts";
import type { PrintedManifest } from "./printed_manifest.ts";
import { resolveIsolated } from "./isolation/resolve_isolated.ts";
import { launchOptions } from "./launch_options.ts";
import { typedSelector } from "./typed_selector.ts";

/** Resolves the profile that was typed, and prints its manifest. */
export async function resolveSelected(
  context: CommandContext,
): Promise<PrintedManifest> {
  const { args: { flags, operands }, system, terminal } = context;
  const selector = typedSelector(operands[0], system);
  const options = await launchOptions(flags, system);
  if (selector.kind === "stdin" && terminal.input.isTerminal && !flags.quiet) {
    terminal.error.write(
      "reading a profile as JSON from the terminal, up to Ctrl-D (Windows: Ctrl-Z)\n",
    );
  }
  const { manifest, warnings } = await resolveIsolated(
    { ...options, selector },
    context,
    { writesAfterwards: flags.out !== undefined },
  );
  return {
    text: printManifest(manifest, (flags.format ?? "json") as ManifestFormat),
    remarks: flags["pod-name"] === undefined
      ? [derivedNameNote(options.podName), ...warnings]
      : warnings,
  };
}

/** Says that nobody named the Pod: the library never invents a name. */
function derivedNameNote(podName: string): Diagnostic {
  return {
    code: "pod-name-derived",
    severity: "note",
    message: `the Pod is named \`${podName}\`, after the workspace folder`,
    help: "`--pod-name NAME` gives it another name",
  };
}
