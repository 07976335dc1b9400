import { EXIT } from "../../base/diagnostic_codes.ts";
import { printManifest } from "../../print/print_manifest.ts";
import type { CommandContext } from "../command.ts";
import { delegated } from "../launch_options.ts";
import { outputFormat } from "../output_format.ts";
import { writeResult } from "../write_result.ts";
import { openStore } from "../pods/open_store.ts";

/** `inherit`: a child's manifest, within the scope of its parent. */
export async function inherit(context: CommandContext): Promise<number> {
  const { args: { flags }, system, report } = context;
  const { delegatedScope = [], remarks } = await delegated(flags, system);
  const output = outputFormat(flags);
  report(remarks);
  report(output.remarks);
  const manifest = await openStore(context).inherit({
    from: flags.from ?? "",
    podName: flags["pod-name"] ?? "",
    delegatedScope,
  });
  const text = printManifest(manifest, output.format);
  await writeResult(text, context);
  return EXIT.done;
}
