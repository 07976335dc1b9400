import type { PodStatus } from "../../api/pod_status.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import { printJson } from "../../base/print_json.ts";
import { wrapText } from "../../print/wrap_text.ts";
import type { CommandContext } from "../command.ts";
import { factTable } from "../fact_table.ts";
import { openStore } from "../pods/open_store.ts";
import { runtimeNotes } from "../pods/pod_notes.ts";
import { differenceText } from "../pods/print_difference.ts";
import { outputStyle } from "../output_style.ts";

/** `pod show NAME`: what is known of a Pod. */
export async function podShow(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, system, terminal, report } = context;
  const [name = ""] = operands;
  const status = await openStore(context).read(name);
  report(runtimeNotes(name, status.runtime));
  if (flags.format === "json") {
    terminal.out.write(printJson(asJson(status)));
    return EXIT.done;
  }
  const style = outputStyle(terminal.out, system, flags.color);
  terminal.out.write(factTable(factsOf(status), style));
  if (status.runtimeChanges.length > 0) {
    terminal.out.write(
      `\n${
        wrapText(
          "what the runtime has -> what the Pod was created with:",
          style.width,
        ).join("\n")
      }\n${differenceText(status.runtimeChanges, context)}`,
    );
  }
  return EXIT.done;
}

const CONVERSATION = {
  none: "never started",
  pending: "started, stopped before its first turn",
  there: "has a conversation",
} as const;

function factsOf(
  status: PodStatus,
): readonly (readonly [string, string | undefined])[] {
  const { snapshot, manifest } = status;
  const launch = snapshot?.launch;
  const model = manifest?.profile?.inputs.models?.model ??
    manifest?.model.model_id;
  const rules = manifest?.scope.allow ?? [];
  return [
    ["pod", status.name],
    [
      "state",
      `${status.living ? "running" : "stopped"}; ${
        CONVERSATION[status.conversation]
      }`,
    ],
    ["folder", status.folder],
    ["profile", launch?.selector ?? launch?.manifest],
    ["workspace", launch?.workspace],
    ["model", model],
    ...rules.map(({ permission, target, recursive }) =>
      [
        "scope",
        `${permission}${recursive ? "" : ",nonrecursive"}:${target}`,
      ] as const
    ),
    ...(snapshot?.sources ?? []).map(({ path }) => ["source", path] as const),
    ["digest", snapshot?.digest],
    ["adopted", snapshot ? undefined : "no: only the runtime knows it"],
  ];
}

function asJson(status: PodStatus): Readonly<Record<string, unknown>> {
  const { name, folder, living, conversation, snapshot, manifest } = status;
  return {
    name,
    folder,
    living,
    conversation,
    adopted: snapshot !== undefined,
    runtime: status.runtime,
    runtime_changes: status.runtimeChanges,
    ...snapshot ?? { manifest },
  };
}
