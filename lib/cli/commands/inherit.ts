import { EXIT } from "../../base/diagnostic_codes.ts";
import { printManifest } from "../../print/print_manifest.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { CommandContext } from "../command.ts";
import { launchOptions } from "../launch_options.ts";
import { outputFormat } from "../output_format.ts";
import { openStore } from "../pods/open_store.ts";

/** `inherit`: a child's manifest, within the scope of its parent. */
export async function inherit(context: CommandContext): Promise<number> {
  const { args: { flags }, system, terminal, report } = context;
  const { podName, delegatedScope = [], remarks } = await launchOptions(
    flags,
    system,
  );
  const output = outputFormat(flags);
  report(remarks);
  report(output.remarks);
  const manifest = await openStore(context).inherit({
    from: flags.from ?? "",
    podName,
    delegatedScope,
  });
  const text = printManifest(manifest, output.format);
  if (flags.out === undefined) {
    terminal.out.write(text);
  } else {
    const { saveText } = await import("../save_text.ts");
    await saveText(system, pathAsTyped(system.cwd(), flags.out), text);
  }
  return EXIT.done;
}
