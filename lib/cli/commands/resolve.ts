import { EXIT } from "../../base/diagnostic_codes.ts";
import type { PodManifest } from "../../manifest/pod_manifest.ts";
import { finishProfile, prepareProfile } from "../../pipeline.ts";
import {
  type ManifestFormat,
  printManifest,
} from "../../print/print_manifest.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { CommandContext } from "../command.ts";
import { enterWall } from "../enter_wall.ts";
import {
  derivedNameNote,
  launchOptions,
  selectorOf,
} from "../launch_options.ts";

/** `resolve [SELECTOR]`: prints, or writes, the manifest of a profile. */
export async function resolve(context: CommandContext): Promise<number> {
  const { args: { flags }, terminal, system } = context;
  const manifest = flags.manifest === undefined
    ? await resolveSelected(context)
    : await resolveFile(context, flags.manifest);
  const text = printManifest(
    manifest,
    (flags.format ?? "json") as ManifestFormat,
  );
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

async function resolveSelected(
  { args: { flags, operands }, system, terminal, report }: CommandContext,
): Promise<PodManifest> {
  const selector = selectorOf(operands[0], system);
  const options = await launchOptions(flags, system);
  if (selector.kind === "stdin" && terminal.input.isTerminal && !flags.quiet) {
    terminal.error.write(
      "reading a profile as JSON from the terminal, up to Ctrl-D (Windows: Ctrl-Z)\n",
    );
  }
  const prepared = await prepareProfile({
    ...options,
    selector,
    wall: flags.out === undefined ? "none" : "worker",
  });
  // Where a file has to be written afterwards, a worker without rights runs the
  // profile; and data is not run at all.
  if (prepared.run && flags.out === undefined) await enterWall();
  const { manifest, warnings } = await finishProfile(prepared);
  if (flags["pod-name"] === undefined) {
    report([derivedNameNote(options.podName)]);
  }
  report(warnings);
  return manifest;
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
