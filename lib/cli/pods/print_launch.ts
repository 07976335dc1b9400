import type { PodLaunch } from "../../api/launch_stored_pod.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";

/** How a Pod is started, for a program. */
export function launchAsJson(
  { kind, directory, command, notCarried, settlement, living }: PodLaunch,
): Readonly<Record<string, unknown>> {
  return {
    kind,
    directory,
    command,
    ...notCarried && { not_carried: notCarried },
    settlement,
    living,
  };
}

/** What a person should know beside the command. */
export function launchNotes(
  name: string,
  { living, settlement }: PodLaunch,
): readonly Diagnostic[] {
  const notes: Diagnostic[] = [];
  if (settlement === "put back") {
    notes.push({
      code: "pod-behind",
      severity: "note",
      message:
        `what the runtime restores the Pod \`${name}\` from was missing or another: it is what the Pod was created with again`,
    });
  }
  if (living) {
    notes.push({
      code: "pod-behind",
      severity: "note",
      message:
        `the Pod \`${name}\` runs already: the runtime refuses to start it twice`,
    });
  }
  return notes;
}
