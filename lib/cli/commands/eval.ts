import { canonicalJson } from "../../base/canonical_json.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import { safeText } from "../../print/safe_json.ts";
import { visibleText } from "../../print/visible_text.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import type { CommandContext } from "../command.ts";
import { evaluateIsolated } from "../isolation/evaluate_isolated.ts";
import { workspaceOf } from "../launch_options.ts";

const NOT_SHOWN: Diagnostic = {
  code: "secret-value",
  severity: "warning",
  message: "the data holds what has the form of a credential: it is not shown",
  help: "a profile would be refused for it: refer to the secret instead",
};

/** `eval FILE`: the raw data of a Lua file, one line with sorted keys. */
export async function evalCommand(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, system, terminal, report } = context;
  const { value, notes } = await evaluateIsolated({
    file: pathAsTyped(system.cwd(), operands[0]!),
    workspace: workspaceOf(flags, system),
    maxSteps: flags["max-steps"],
    system,
  }, context);
  const data = canonicalJson(value);
  const shown = safeText(data);
  terminal.out.write(
    `${terminal.out.isTerminal ? visibleText(shown) : shown}\n`,
  );
  report(notes);
  if (shown !== data) report([NOT_SHOWN]);
  return EXIT.done;
}
