import { EXIT } from "../../base/diagnostic_codes.ts";
import type { PodManifest } from "../../manifest/pod_manifest.ts";
import { printJson } from "../../print/print_json.ts";
import { resolvePrebuilt } from "../../resolve_prebuilt.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { CommandContext } from "../command.ts";
import { derivedNameNote, launchOptions } from "../launch_options.ts";

/** `resolve [SELECTOR]`: prints, or writes, the manifest of a profile. */
export async function resolve(context: CommandContext): Promise<number> {
  const { args: { flags }, terminal, system } = context;
  const print = await chooseFormat(flags.format);
  const manifest = flags.manifest === undefined
    ? await resolveSelected(context)
    : await resolveFile(context, flags.manifest);
  const text = print(manifest);
  if (flags.out === undefined) {
    terminal.out.write(text);
  } else {
    const { saveText }: typeof import("../save_text.ts") = await import(
      import.meta.resolve("../save_text.ts")
    );
    await saveText(system, pathAsTyped(system.cwd(), flags.out), text);
  }
  return EXIT.done;
}

/** Loaded before a profile runs: afterwards there may be no right to load it. */
async function chooseFormat(
  format: string | undefined,
): Promise<(manifest: PodManifest) => string> {
  // A manifest that was resolved is in order already.
  if (format !== "toml") return printJson;
  const { printManifest }: typeof import("../../print/print_manifest.ts") =
    await import(import.meta.resolve("../../print/print_manifest.ts"));
  return (manifest) => printManifest(manifest, "toml");
}

async function resolveSelected(context: CommandContext): Promise<PodManifest> {
  const { args: { flags, operands }, system, report } = context;
  const options = await launchOptions(flags, system);
  const prebuilt = await resolvePrebuilt({ ...options, selector: operands[0] });
  const { manifest, warnings } = prebuilt
    ? { manifest: prebuilt, warnings: [] }
    : await (await profileRunner())(context, options);
  if (flags["pod-name"] === undefined) {
    report([derivedNameNote(options.podName)]);
  }
  report(warnings);
  return manifest;
}

/** The pipeline is loaded where a profile has to be run, or something is amiss. */
async function profileRunner() {
  const { runProfile }: typeof import("../run_profile.ts") = await import(
    import.meta.resolve("../run_profile.ts")
  );
  return runProfile;
}

async function resolveFile(
  { args: { flags }, system, report }: CommandContext,
  path: string,
): Promise<PodManifest> {
  const { resolveManifestFile }: typeof import("../../manifest_file.ts") =
    await import(import.meta.resolve("../../manifest_file.ts"));
  const { manifest, warnings } = await resolveManifestFile({
    path: pathAsTyped(system.cwd(), path),
    podName: flags["pod-name"],
    strict: flags.strict ?? false,
    system,
  });
  report(warnings);
  return manifest;
}
