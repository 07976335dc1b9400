import { EXIT } from "../../base/diagnostic_codes.ts";
import { recordingSystem } from "../../system/recording_system.ts";
import type { CommandContext } from "../command.ts";
import type { PrintedManifest } from "../resolve/printed_manifest.ts";

/** `resolve [SELECTOR]`: prints, or writes, the manifest of a profile. */
export async function resolve(context: CommandContext): Promise<number> {
  const { args: { flags }, terminal, system, report } = context;
  if (flags.all) {
    const { resolveAll } = await import("../resolve/resolve_all.ts");
    return await resolveAll(context);
  }
  const read = flags.out === undefined ? undefined : recordingSystem(system);
  const around = { ...context, system: read ?? system };
  const { text, remarks } = flags.manifest === undefined
    ? await resolveSelectedProfile(around)
    : await resolveManifest(around);
  report(remarks);
  if (flags.out === undefined) {
    terminal.out.write(text);
  } else {
    const { writeResult } = await import("../write_result.ts");
    await writeResult(text, context, read);
  }
  return EXIT.done;
}

async function resolveSelectedProfile(
  context: CommandContext,
): Promise<PrintedManifest> {
  const { resolveSelected } = await import("../resolve/resolve_selected.ts");
  return await resolveSelected(context);
}

async function resolveManifest(
  context: CommandContext,
): Promise<PrintedManifest> {
  const { resolveFile } = await import("../resolve/resolve_file.ts");
  return await resolveFile(context);
}
