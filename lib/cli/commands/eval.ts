import { canonicalJson } from "../../base/canonical_json.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { CommandContext } from "../command.ts";
import { evaluateIsolated } from "../isolation/evaluate_isolated.ts";
import { workspaceOf } from "../launch_options.ts";

/** `eval FILE`: the raw data of a Lua file, one line with sorted keys. */
export async function evalCommand(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, system, terminal, report } = context;
  const { value, notes } = await evaluateIsolated({
    file: pathAsTyped(system.cwd(), operands[0]!),
    workspace: workspaceOf(flags, system),
    maxSteps: flags["max-steps"],
    system,
  }, context);
  terminal.out.write(`${canonicalJson(value)}\n`);
  report(notes);
  return EXIT.done;
}
