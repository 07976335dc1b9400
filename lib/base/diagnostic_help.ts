import type { Diagnostic } from "./diagnostic.ts";
import { languageOf, printLiteral } from "./print_literal.ts";

/** Characters of a value that is shown in a sentence. */
const LONGEST_WORD = 160;

/**
 * The fixes of a diagnostic as a question, the likeliest first, in the language
 * of the file that it is about.
 */
export function suggestionText(
  { fixes = [], source }: Pick<Diagnostic, "fixes" | "source">,
): string | undefined {
  const language = languageOf(source?.file ?? "") ?? "lua";
  const words = fixes.flatMap(({ put, isTold }) => {
    if (put === undefined || isTold) return [];
    const written = typeof put === "string" ? put : printLiteral(put, language);
    const isShort = written !== undefined && written.length <= LONGEST_WORD;
    return isShort ? `\`${written}\`` : [];
  });
  return words.length === 0 ? undefined : `did you mean ${words.join(" or ")}?`;
}

/** All that a diagnostic says of the next step: its fixes, then its help. */
export function helpText(
  diagnostic: Pick<Diagnostic, "fixes" | "help" | "source">,
): string | undefined {
  const lines = [suggestionText(diagnostic), diagnostic.help]
    .filter((text) => text !== undefined);
  return lines.length === 0 ? undefined : lines.join("\n");
}
