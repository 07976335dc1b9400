import { EXIT } from "../../base/diagnostic_codes.ts";
import { painter } from "../../print/paint.ts";
import { printJson } from "../../base/print_json.ts";
import { printTable } from "../../print/print_table.ts";
import { visibleText } from "../../print/visible_text.ts";
import type { PodListEntry } from "../../store/list_pods.ts";
import type { CommandContext } from "../command.ts";
import { openStore } from "../pods/open_store.ts";
import { outputStyle } from "../output_style.ts";

/** For a person: an empty output would look like a failure. */
const NONE = "no Pods yet; `insomnia-profile new` creates one\n";

/** `pod list`: every stored Pod. */
export async function podList(context: CommandContext): Promise<number> {
  const { args: { flags }, system, terminal } = context;
  const entries = await openStore(context).list({
    drift: flags.drift ?? false,
  });
  const { color, width } = outputStyle(terminal.out, system, flags.color);
  const paint = painter(color);
  terminal.out.write(
    flags.format === "json"
      ? printJson({ pods: entries })
      : entries.length === 0
      ? terminal.out.isTerminal ? NONE : ""
      : printTable(entries.map((entry) => tableRow(entry)), {
        head: ["POD", "STATE", "MODEL", "PROFILE"],
        width,
        paint: (text, { row, column }) =>
          row === undefined
            ? paint("faint", text)
            : column === 0
            ? paint("strong", text)
            : text,
      }),
  );
  return entries.some(({ state }) => state === "damaged")
    ? EXIT.store
    : EXIT.done;
}

function tableRow(entry: PodListEntry): string[] {
  const { name, state, living, model = "", profile, reason } = entry;
  return [
    name,
    [
      living ? "running" : state === "created" ? "stopped" : "",
      state === "runtime" ? "not adopted" : state === "damaged" ? state : "",
      entry.drift && entry.drift.length > 0 ? "drifted" : "",
    ].filter((word) => word !== "").join(", "),
    model,
    reason ?? profile ?? "",
  ].map(visibleText);
}
