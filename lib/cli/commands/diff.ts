import { EXIT } from "../../base/diagnostic_codes.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { failure, ProfileError } from "../../base/profile_error.ts";
import { printChanges } from "../../print/print_changes.ts";
import {
  type ComparedProfile,
  printChangesMarkdown,
} from "../../print/print_changes_markdown.ts";
import { painter } from "../../print/paint.ts";
import { printJson } from "../../base/print_json.ts";
import type { CommandContext } from "../command.ts";
import { compareCheckouts } from "../diff/compare_checkouts.ts";
import { comparePair } from "../diff/compare_pair.ts";
import { outputStyle } from "../output_style.ts";
import { usageFailure } from "../arguments/usage_failure.ts";

/** `diff A B`, `diff --base DIR --head DIR [SELECTOR...]`. */
export async function diff(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report } = context;
  const { base, head } = flags;
  if ((base === undefined) !== (head === undefined)) {
    throw failure("usage", "`--base` and `--head` belong together", {
      help: "give both: two checkouts of one project",
    });
  }
  if (base === undefined && operands.length < 2) {
    throw usageFailure([{ kind: "missing-operand", command: "diff" }]);
  }
  const { compared, warnings, failures } = base === undefined
    ? await comparePair(context)
    : await compareCheckouts(context, base, head!);
  report(warnings);
  report(failures);
  terminal.out.write(printed(compared, failures, context));
  if (failures.some(({ severity }) => severity === "error")) {
    return new ProfileError(failures).exitCode;
  }
  return compared.some(isDifferent) ? EXIT.problems : EXIT.done;
}

function printed(
  compared: readonly ComparedProfile[],
  failures: readonly Diagnostic[],
  { args: { flags }, terminal, system }: CommandContext,
): string {
  if (flags.format === "markdown") return printChangesMarkdown(compared);
  if (flags.format === "json") {
    const equal = failures.length === 0 && !compared.some(isDifferent);
    return printJson({ equal, profiles: compared });
  }
  const { color, width } = outputStyle(terminal.out, system, flags.color);
  const paint = painter(color);
  return compared.filter(isDifferent).map(({ name, changes, remark }) =>
    (compared.length > 1 ? `${paint("strong", name)}\n` : "") +
    (remark ? `${remark}\n` : "") + printChanges(changes, paint, width)
  ).join("\n");
}

function isDifferent({ changes, remark }: ComparedProfile): boolean {
  return changes.length > 0 || remark !== undefined;
}
