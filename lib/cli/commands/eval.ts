import { canonicalJson } from "../../base/canonical_json.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import {
  finishEvaluation,
  prepareEvaluation,
} from "../../api/prepare_evaluation.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { CommandContext } from "../command.ts";
import { prepareWall } from "../prepare_wall.ts";
import { workspaceOf } from "../launch_options.ts";

/** `eval FILE`: the raw data of a Lua file, one line with sorted keys. */
export async function evaluate(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, system, terminal, report } = context;
  const prepared = await prepareEvaluation({
    file: pathAsTyped(system.cwd(), operands[0]),
    workspace: workspaceOf(flags, system),
    maxSteps: flags["max-steps"],
    system,
  });
  (await prepareWall(context, { builtins: false }))();
  const { value, notes } = await finishEvaluation(prepared);
  terminal.out.write(`${canonicalJson(value)}\n`);
  report(notes);
  return EXIT.done;
}
