import type { Diagnostic } from "../base/diagnostic.ts";
import { suggest } from "../base/suggest.ts";

/**
 * Adds to an unknown profile what else may have been meant by its name.
 *
 * @param typed what was taken for a profile
 * @param words what it may have been instead, such as the commands
 * @param kind what those are: `the command`
 */
export function mentionWord(
  diagnostics: readonly Diagnostic[],
  typed: string | undefined,
  words: readonly string[],
  kind: string,
): readonly Diagnostic[] {
  const meant = typed && suggest(typed, words);
  if (!meant) return diagnostics;
  const hint = `or did you mean ${kind} \`${meant}\`?`;
  return diagnostics.map((diagnostic) =>
    diagnostic.code === "profile-unknown"
      ? {
        ...diagnostic,
        help: diagnostic.help ? `${diagnostic.help}\n${hint}` : hint,
      }
      : diagnostic
  );
}
