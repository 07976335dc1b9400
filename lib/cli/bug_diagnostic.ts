import type { Diagnostic } from "../base/diagnostic.ts";
import { VERSION } from "../base/version.ts";

const MAX_FRAMES = 5;

/**
 * A bug of this program as something a person can report. The message of the
 * error is left out: it may quote what was read, and that may hold a secret.
 * The functions it came through say where to look.
 *
 * @param debug whether the person asked for everything, message included
 */
export function bugDiagnostic(error: unknown, debug: boolean): Diagnostic {
  const name = error instanceof Error ? error.name : typeof error;
  return {
    code: "internal-error",
    severity: "error",
    message: `insomnia-profile ${VERSION} failed: ${name}`,
    help:
      "this is a bug in insomnia-profile: please report it with this text and the command you ran\n" +
      "INSOMNIA_DEBUG=1 shows more, possibly parts of the files that were read",
    related: debug
      ? [{ message: error instanceof Error ? `${error.stack}` : `${error}` }]
      : framesOf(error).map((message) => ({ message })),
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
