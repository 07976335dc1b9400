import { EXIT } from "../../base/diagnostic_codes.ts";
import { printPrebuilt } from "../../print_prebuilt.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { CommandContext } from "../command.ts";
import type { PrintedManifest } from "../printed_manifest.ts";

/** `resolve [SELECTOR]`: prints, or writes, the manifest of a profile. */
export async function resolve(context: CommandContext): Promise<number> {
  const { args: { flags }, terminal, system, report } = context;
  const { text, remarks } = flags.manifest === undefined
    ? await printSelected(context)
    : await printFile(context);
  report(remarks);
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

async function printSelected(
  context: CommandContext,
): Promise<PrintedManifest> {
  const { args: { flags, operands }, system } = context;
  // The most usual start is spared the rest of the program.
  const podName = flags["pod-name"];
  if (podName !== undefined && !flags.delegate && flags.format !== "toml") {
    const workspace = pathAsTyped(system.cwd(), flags.workspace ?? ".");
    const selector = operands[0];
    const text = await printPrebuilt({ selector, podName, workspace, system });
    if (text !== undefined) return { text, remarks: [] };
  }
  const { printProfile }: typeof import("../print_profile.ts") = await import(
    import.meta.resolve("../print_profile.ts")
  );
  return await printProfile(context);
}

async function printFile(context: CommandContext): Promise<PrintedManifest> {
  const { printManifestFile }: typeof import("../print_manifest_file.ts") =
    await import(import.meta.resolve("../print_manifest_file.ts"));
  return await printManifestFile(context);
}
