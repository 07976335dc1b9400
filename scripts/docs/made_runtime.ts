import { RUNTIME_ROWS } from "../../lib/manifest/runtime_rows.ts";
import { markdownTable } from "./markdown_table.ts";

/** What the runtime cannot read, or reads otherwise than it is written. */
export function runtimeRows(): string {
  return markdownTable(
    ["written", "said as", "the runtime"],
    RUNTIME_ROWS.map(({ thing, severity, does }) => [
      thing,
      severity === "silent" ? "here only" : severity,
      does,
    ]),
  );
}
