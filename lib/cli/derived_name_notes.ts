import type { Diagnostic } from "../base/diagnostic.ts";
import type { Flags } from "./arguments/parse_arguments.ts";

/** Says that nobody named the Pod, if so: the library never invents a name. */
export function derivedNameNotes(
  flags: Flags,
  podName: string,
): readonly Diagnostic[] {
  if (flags["pod-name"] !== undefined) return [];
  return [{
    code: "pod-name-derived",
    severity: "note",
    message: `the Pod is named \`${podName}\`, after the workspace folder`,
    help: "`--pod-name NAME` gives it another name",
  }];
}
