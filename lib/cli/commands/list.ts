import { DIAGNOSTIC_CODES, EXIT } from "../../base/diagnostic_codes.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import { addExcerpts } from "../../api/add_excerpts.ts";
import type { CommandContext } from "../command.ts";
import { listAsJson, listAsTable, listCompactly } from "../format_list.ts";
import { workspaceOf } from "../launch_options.ts";
import { outputStyle } from "../render_options.ts";

/** `list`: every profile of every source, with its status. */
export async function list(
  { args: { flags }, system, terminal, report }: CommandContext,
): Promise<number> {
  const registry = await discoverProfiles({
    system,
    workspace: workspaceOf(flags, system),
  });
  terminal.out.write(
    flags.format === "json"
      ? listAsJson(registry)
      : flags.format === "compact"
      ? listCompactly(registry)
      : listAsTable(registry, outputStyle(terminal.out, system, flags.color)),
  );
  // What can be read is listed, and the exit code tells that it is not all.
  report(await addExcerpts(registry.problems, system));
  const broken = registry.problems.find(({ severity }) => severity === "error");
  return broken ? DIAGNOSTIC_CODES[broken.code] : EXIT.done;
}
