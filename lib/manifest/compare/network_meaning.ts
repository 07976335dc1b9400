import type { Web } from "../../schema/web.ts";

/** What a Pod may do in the network. */
export type NetworkAbility = "search" | "fetch" | "private addresses";

/**
 * The network tools of a Pod, as the runtime decides it: none without
 * `enabled = true`; then pages are fetched unless `fetch.enabled` is `false`,
 * and searched where there is a `search` section that does not say `false`.
 *
 * @example
 * ```ts
 * import { networkAbilities } from "./network_meaning.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual([...networkAbilities({ enabled: true })], ["fetch"]);
 * assert.deepEqual([...networkAbilities({ fetch: { enabled: true } })], []);
 * ```
 */
export function networkAbilities(
  web: Web | undefined,
): ReadonlySet<NetworkAbility> {
  const abilities = new Set<NetworkAbility>();
  if (web?.enabled !== true) return abilities;
  if (web.search && web.search.enabled !== false) abilities.add("search");
  if (web.fetch?.enabled !== false) {
    abilities.add("fetch");
    const isPrivate = web.fetch?.allow_private_addresses ??
      web.allow_private_addresses;
    if (isPrivate) abilities.add("private addresses");
  }
  return abilities;
}
