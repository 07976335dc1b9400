import type { ProfileAlias, ProfileRegistry } from "./profile_registry.ts";
import type { RegistrySelector } from "../selector/profile_selector.ts";

/** An entry that a name can mean. */
export interface NameMeaning {
  /** The entry that is meant. */
  readonly selector: RegistrySelector;
  /** The alias that says so; left out where it is the entry's own name. */
  readonly alias?: ProfileAlias;
}

/**
 * Everything that a name without a source can mean: nothing, one entry, or
 * several where it is ambiguous.
 *
 * A user's alias wins over every name. A project's alias wins over builtin
 * names and the project's own, so that a team's words are not ambiguous; never
 * over a user's entry or alias, because a cloned repository must not change
 * what a user's words mean.
 *
 * @example
 * ```ts
 * import { discoverProfiles, memorySystem, nameMeanings } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const system = memorySystem({
 *   files: {
 *     "/ws/.insomnia/profiles.toml":
 *       '[profile]\nmine = "mine.lua"\n[alias]\ncoder = "project:mine"\n',
 *   },
 * });
 * const registry = await discoverProfiles({ system, workspace: "/ws" });
 * const [meaning, ...others] = nameMeanings("coder", registry);
 * assert.equal(meaning?.selector.name, "mine");
 * assert.deepEqual(others, []);
 * ```
 */
export function nameMeanings(
  name: string,
  { entries, aliases }: ProfileRegistry,
): readonly NameMeaning[] {
  const aliasOf = (declaredBy: ProfileAlias["declaredBy"]) =>
    aliases.filter((alias) =>
      alias.name === name && alias.declaredBy === declaredBy
    ).map((alias): NameMeaning => ({ selector: alias.selector, alias }));
  const named = entries.filter((entry) => entry.name === name)
    .map(({ source }): NameMeaning => ({
      selector: { kind: "registry", source, name },
    }));
  const users = aliasOf("user");
  const projects = aliasOf("project");
  if (users.length > 0) return withoutRepeats([...users, ...projects]);
  if (projects.length === 0) return named;
  const ownedByUser = named.filter(({ selector }) =>
    selector.source === "user"
  );
  return withoutRepeats([...projects, ...ownedByUser]);
}

/** Two names of the same entry are not ambiguous. */
function withoutRepeats(meanings: readonly NameMeaning[]): NameMeaning[] {
  return meanings.filter(({ selector }, index) =>
    index ===
      meanings.findIndex((other) =>
        other.selector.source === selector.source &&
        other.selector.name === selector.name
      )
  );
}
