import { printManifest } from "../../print/print_manifest.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { CommandContext } from "../command.ts";
import { outputFormat } from "../output_format.ts";
import type { PrintedManifest } from "./printed_manifest.ts";

/** Completes the manifest file of `--manifest`. */
export async function resolveFile(
  { args: { flags }, system }: CommandContext,
): Promise<PrintedManifest> {
  const output = outputFormat(flags);
  // Loaded only here because it needs the TOML parser.
  const { resolveManifestFile } = await import(
    "../../api/resolve_manifest_file.ts"
  );
  const { manifest, warnings } = await resolveManifestFile({
    path: pathAsTyped(system.cwd(), flags.manifest!),
    podName: flags["pod-name"],
    strict: flags.strict ?? false,
    system,
  });
  return {
    text: printManifest(manifest, output.format),
    remarks: [...output.remarks, ...warnings],
  };
}
