import type { Diagnostic } from "../base/diagnostic.ts";
import { VERSION } from "../version.ts";

const MAX_FRAMES = 5;

/**
 * A bug of this program as something a person can report. The message of the
 * error is left out: it may quote what was read, and that may hold a secret.
 * The functions it came through say where to look.
 */
export function bugDiagnostic(error: unknown): Diagnostic {
  const name = error instanceof Error ? error.name : typeof error;
  return {
    code: "internal-error",
    severity: "error",
    message: `insomnia-profile ${VERSION} failed: ${name}`,
    help:
      "this is a bug in insomnia-profile: please report it with this text and the command you ran",
    related: framesOf(error).map((message) => ({ message })),
  };
}

/** `at printHelp (print_help.ts:12:3)`: no folder of this machine. */
function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? error.stack ?? "" : "";
  return stack.split("\n")
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.replace(/[^\s(]*[/\\](?=[^/\\]*$)/, ""));
}
