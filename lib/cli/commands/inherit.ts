import { EXIT } from "../../base/diagnostic_codes.ts";
import { printManifest } from "../../print/print_manifest.ts";
import type { CommandContext } from "../command.ts";
import { launchOptions } from "../launch_options.ts";
import { outputFormat } from "../output_format.ts";
import { writeResult } from "../write_result.ts";
import { openStore } from "../pods/open_store.ts";

/** `inherit`: a child's manifest, within the scope of its parent. */
export async function inherit(context: CommandContext): Promise<number> {
  const { args: { flags }, system, report } = context;
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
  await writeResult(text, context);
  return EXIT.done;
}
