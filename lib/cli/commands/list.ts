import { DIAGNOSTIC_CODES, EXIT } from "../../base/diagnostic_codes.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import { addExcerpts } from "../../api/add_excerpts.ts";
import type { CommandContext } from "../command.ts";
import { listAsJson, listAsTable, listCompactly } from "../format_list.ts";
import { workspaceOf } from "../launch_options.ts";
import { withOwnDescriptions } from "../own_descriptions.ts";
import { outputStyle } from "../output_style.ts";

/** `list`: every profile of every source, with its status. */
export async function list(context: CommandContext): Promise<number> {
  const { args: { flags }, system, terminal, report } = context;
  const found = await discoverProfiles({
    system,
    workspace: workspaceOf(flags, system),
  });
  const style = outputStyle(terminal.out, system, flags.color);
  const problems = await addExcerpts(found.problems, system);
  const registry = await withOwnDescriptions(found, context);
  terminal.out.write(
    flags.format === "json"
      ? listAsJson(registry)
      : flags.format === "compact"
      ? listCompactly(registry)
      : listAsTable(registry, style),
  );
  // Readable registries are listed; the exit code says that one is broken.
  report(problems);
  const broken = problems.find(({ severity }) => severity === "error");
  return broken ? DIAGNOSTIC_CODES[broken.code] : EXIT.done;
}
