import type { Problem } from "../base/problem.ts";
import { suggest } from "../base/suggest.ts";
import type { RegistrySource } from "../selector/profile_selector.ts";
import type { ProfileAlias } from "./profile_registry.ts";
import type { FoundEntry } from "./registry_entries.ts";

const MAX_LISTED = 20;

/**
 * What helps with a profile that is not there: the entries whose name is close,
 * in whatever source, as fixes, or else a line of what there is.
 *
 * @param aliases where they may be written too
 * @param source the one that was asked for: its entries come first
 */
export function suggestEntries(
  name: string,
  entries: readonly FoundEntry[],
  aliases: readonly ProfileAlias[] = [],
  source?: RegistrySource,
): Pick<Problem, "fixes" | "help"> {
  const near = suggest(
    name,
    [...aliases, ...entries].map((entry) => entry.name),
  );
  const close = [
    ...new Set(aliases.map((alias) => alias.name)),
    ...entries.map((entry) => entry.qualifiedName),
  ].filter((text) => text.slice(text.indexOf(":") + 1) === near)
    .sort((a, b) => Number(isOf(source, b)) - Number(isOf(source, a)))
    .map((put) => ({ replace: "value", put }) as const);
  if (close.length > 0) return { fixes: close };
  const listed = entries.slice(0, MAX_LISTED)
    .map((entry) => entry.qualifiedName);
  const rest = entries.length - listed.length;
  const more = rest > 0 ? `, ${rest} more` : "";
  return { help: `profiles: ${listed.join(", ")}${more}` };
}

function isOf(source: RegistrySource | undefined, name: string): boolean {
  return source !== undefined && name.startsWith(`${source}:`);
}
