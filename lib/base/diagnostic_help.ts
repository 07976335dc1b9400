import type { Diagnostic } from "./diagnostic.ts";

/** The fixes of a diagnostic as a question, the likeliest first. */
export function suggestionText(
  { fixes = [] }: Pick<Diagnostic, "fixes">,
): string | undefined {
  const words = fixes.flatMap(({ put, isTold }) =>
    put === undefined || isTold
      ? []
      : `\`${typeof put === "string" ? put : JSON.stringify(put)}\``
  );
  return words.length === 0 ? undefined : `did you mean ${words.join(" or ")}?`;
}

/** All that a diagnostic says of the next step: its fixes, then its help. */
export function helpText(
  diagnostic: Pick<Diagnostic, "fixes" | "help">,
): string | undefined {
  const lines = [suggestionText(diagnostic), diagnostic.help]
    .filter((text) => text !== undefined);
  return lines.length === 0 ? undefined : lines.join("\n");
}
