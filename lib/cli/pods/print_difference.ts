import type { PodChange, PodDifference } from "../../api/pod_difference.ts";
import type { Origin } from "../../manifest/origin.ts";
import { printFieldPath } from "../../base/field_path.ts";
import { painter } from "../../print/paint.ts";
import { printChanges } from "../../print/print_changes.ts";
import { printJson } from "../../base/print_json.ts";
import type { CommandContext } from "../command.ts";
import { outputStyle } from "../output_style.ts";

/** What would change, for a person. */
export function differenceText(
  changes: readonly PodChange[],
  { terminal, system, args: { flags } }: CommandContext,
  stream: "out" | "error" = "out",
): string {
  const { color, width } = outputStyle(terminal[stream], system, flags.color);
  return printChanges(
    changes.map(({ origin, ...change }) => ({
      ...change,
      ...origin && { remark: originWords(origin) },
    })),
    painter(color),
    width,
  );
}

/** The same for a program. */
export function differenceJson(
  { changes, drift }: Pick<PodDifference, "changes" | "drift">,
  more: Readonly<Record<string, unknown>> = {},
): string {
  return printJson({ equal: changes.length === 0, changes, drift, ...more });
}

function originWords(origin: Origin): string {
  switch (origin.kind) {
    case "profile":
    case "manifest":
      return `from \`${printFieldPath(origin.field)}\` of the ${
        origin.kind === "profile" ? "profile" : "manifest file"
      }${origin.computed ? `: ${origin.computed.arithmetic}` : ""}`;
    case "preset":
      return `from ${origin.preset}${
        origin.computed ? `: ${origin.computed.arithmetic}` : ""
      }`;
    case "catalog":
      return `from \`${origin.entry}\` of the ${origin.from} ${origin.file}`;
    case "default":
      return `the default${origin.reason ? `: ${origin.reason}` : ""}`;
    case "launch":
      return "from the launch";
  }
}
