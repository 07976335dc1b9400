import type { Diagnostic } from "../base/diagnostic.ts";
import { suggest } from "../base/suggest.ts";
import { COMMANDS } from "./arguments/command_table.ts";

/**
 * Adds to an unknown profile the command that may have been meant.
 *
 * @param word the first word of the command line
 */
export function mentionCommand(
  diagnostics: readonly Diagnostic[],
  word: string | undefined,
): readonly Diagnostic[] {
  const command = word && suggest(word, Object.keys(COMMANDS));
  if (!command) return diagnostics;
  const hint = `or did you mean the command \`${command}\`?`;
  return diagnostics.map((diagnostic) =>
    diagnostic.code === "profile-unknown"
      ? {
        ...diagnostic,
        help: diagnostic.help ? `${diagnostic.help}\n${hint}` : hint,
      }
      : diagnostic
  );
}
