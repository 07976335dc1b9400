import { suggest } from "../base/suggest.ts";
import type { FoundEntry } from "./registry_entries.ts";

const MAX_LISTED = 20;

/**
 * A help line for a profile that is not there: the entries whose name is close,
 * in whatever source, or else what there is.
 */
export function suggestEntries(
  name: string,
  entries: readonly FoundEntry[],
): string {
  const near = suggest(name, entries.map((entry) => entry.name));
  const close = entries
    .filter((entry) => entry.name === near)
    .map((entry) => `\`${entry.qualifiedName}\``);
  if (close.length > 0) return `did you mean ${close.join(" or ")}?`;
  const listed = entries.slice(0, MAX_LISTED)
    .map((entry) => entry.qualifiedName);
  const rest = entries.length - listed.length;
  return `profiles: ${listed.join(", ")}${rest > 0 ? `, ${rest} more` : ""}`;
}
