import type { Diagnostic } from "../base/diagnostic.ts";
import { finishProfile, prepareProfile } from "../api/pipeline.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { printJson } from "../print/print_json.ts";
import type { CommandContext } from "./command.ts";
import type { PrintedManifest } from "./printed_manifest.ts";
import { prepareWall } from "./prepare_wall.ts";
import { launchOptions } from "./launch_options.ts";
import { typedSelector } from "./typed_selector.ts";

/**
 * Resolves the profile that was typed, behind a wall where it is code: this
 * process gives up its rights before, or a worker without any runs it.
 */
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
  const print = await chooseFormat(flags.format);
  const writesFile = flags.out !== undefined;
  // Where a file has to be written afterwards, a worker without rights runs the
  // profile. The wall is made ready meanwhile; data is not run at all.
  const [prepared, giveUpPermissions] = await Promise.all([
    prepareProfile({
      ...options,
      selector,
      wall: writesFile ? "worker" : "none",
    }),
    writesFile ? undefined : prepareWall(context, { builtins: false }),
  ]);
  if (prepared.run) giveUpPermissions?.();
  const { manifest, warnings } = await finishProfile(prepared);
  return {
    text: print(manifest),
    remarks: flags["pod-name"] === undefined
      ? [derivedNameNote(options.podName), ...warnings]
      : warnings,
  };
}

/** Loaded before the profile runs: afterwards there is no right to load it. */
async function chooseFormat(
  format: string | undefined,
): Promise<(manifest: PodManifest) => string> {
  // What was resolved is in the order that it is printed in.
  if (format !== "toml") return printJson;
  const { printManifest } = await import("../print/print_manifest.ts");
  return (manifest) => printManifest(manifest, "toml");
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
