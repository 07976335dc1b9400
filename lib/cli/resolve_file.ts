import { type ManifestFormat, printManifest } from "../print/print_manifest.ts";
import { pathAsTyped } from "../system/native_path.ts";
import type { CommandContext } from "./command.ts";
import type { PrintedManifest } from "./printed_manifest.ts";

/** Makes the manifest file of `--manifest` a whole manifest. */
export async function resolveFile(
  { args: { flags }, system }: CommandContext,
): Promise<PrintedManifest> {
  // Behind an import of its own: it reads TOML.
  const { resolveManifestFile } = await import(
    "../api/resolve_manifest_file.ts"
  );
  const { manifest, warnings } = await resolveManifestFile({
    path: pathAsTyped(system.cwd(), flags.manifest!),
    podName: flags["pod-name"],
    strict: flags.strict ?? false,
    system,
  });
  return {
    text: printManifest(manifest, (flags.format ?? "json") as ManifestFormat),
    remarks: warnings,
  };
}
