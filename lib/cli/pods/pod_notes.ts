import type { Diagnostic } from "../../base/diagnostic.ts";
import type { SourceDrift } from "../../store/source_drift.ts";

const DRIFT_WORDS: Readonly<Record<SourceDrift["state"], string>> = {
  changed: "has changed since",
  gone: "is gone since",
  new: "is new since",
  unreadable: "cannot be read any more, which it could when",
};

/** A note about source files that changed since a Pod was created. */
export function driftNotes(
  name: string,
  drift: readonly SourceDrift[],
): readonly Diagnostic[] {
  return drift.map(({ path, state }, index) => ({
    code: "pod-drift",
    severity: "note",
    message: `\`${path}\` ${
      DRIFT_WORDS[state]
    } the Pod \`${name}\` was created`,
    ...index === drift.length - 1 && {
      help: `\`insomnia-profile pod diff ${name}\` shows what would change; ` +
        "the Pod keeps what it was created with",
    },
  }));
}

/** Says if the runtime would restore a Pod from another manifest than ours. */
export function runtimeNotes(
  name: string,
  runtime: "same" | "missing" | "different" | "unknown",
): readonly Diagnostic[] {
  if (runtime === "missing") {
    return [{
      code: "pod-behind",
      severity: "note",
      message:
        `the runtime has nothing to restore the Pod \`${name}\` from: its \`metadata.json\` is behind`,
      help: `\`insomnia-profile pod launch ${name}\` mends it`,
    }];
  }
  if (runtime !== "different") return [];
  return [{
    code: "pod-differs",
    severity: "note",
    message:
      `the runtime would restore the Pod \`${name}\` from something else than it was created with`,
    help: `\`insomnia-profile pod show ${name}\` shows the difference, ` +
      `\`pod launch ${name} --yes\` puts what it was created with in its place`,
  }];
}

/** A note about changes that a Pod's conversation does not take over. */
export function conversationNotes(
  name: string,
  unreached: readonly string[],
): readonly Diagnostic[] {
  if (unreached.length === 0) return [];
  const paths = unreached.map((path) => `\`${path}\``).join(", ");
  return [{
    code: "pod-conversation",
    severity: "note",
    message:
      `the conversation of the Pod \`${name}\` keeps what it began with: ${paths}`,
    help:
      "the runtime takes the prompt, sampling and reasoning from its log; model, scope, permissions and compaction take effect at the next start",
  }];
}
