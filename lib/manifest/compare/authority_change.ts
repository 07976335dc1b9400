import type { FieldPath } from "../../base/field_path.ts";
import type { PodManifest } from "../../schema/pod_manifest.ts";
import type { ManifestChange } from "./manifest_change.ts";
import { networkAbilities, type NetworkAbility } from "./network_meaning.ts";
import { findExtraCall, type PermissionExcess } from "./permission_meaning.ts";
import {
  findExcess,
  printExcessPlace,
  type ScopeExcess,
  scopeMeaning,
} from "./scope_meaning.ts";

/** What a difference does to what a Pod may do. */
export type AuthorityChange = Pick<ManifestChange, "class" | "reason">;

/** Sections whose parts mean something only together. */
export const AUTHORITY_UNITS: ReadonlySet<string> = new Set([
  "scope",
  "permissions",
  "skills",
]);

/**
 * Whether a difference lets a Pod do more, or less, decided by what the whole
 * section means. What does both is a widening: somebody has to agree to it.
 *
 * @param path where the two manifests differ
 * @returns `undefined` where the field has nothing to do with it
 */
export function authorityChange(
  path: FieldPath,
  before: PodManifest,
  after: PodManifest,
): AuthorityChange | undefined {
  switch (path[0]) {
    case "scope":
      return scopeChange(before, after);
    case "skills":
      return skillsChange(before, after);
    case "permissions":
      return permissionsChange(before, after);
    case "memory":
      return memoryChange(path, before, after);
    case "web":
      return webChange(path, before, after);
  }
}

function scopeChange(before: PodManifest, after: PodManifest): AuthorityChange {
  const [a, b] = [scopeMeaning(before.scope), scopeMeaning(after.scope)];
  const more = findExcess(b, a);
  if (more) return widening(`${printGrant(more)}, ${printBefore(more)}`);
  const less = findExcess(a, b);
  if (less) {
    return narrowing(
      `${printExcessPlace(less)}: no longer ${verbOf(less.granted)}`,
    );
  }
  return { class: "other", reason: "the same files as before" };
}

/** Skills are instructions, and folders that may be read whatever the scope. */
function skillsChange(
  before: PodManifest,
  after: PodManifest,
): AuthorityChange {
  const [a, b] = [withSkills(before), withSkills(after)];
  const more = findExcess(onlySkills(after), a);
  if (more) return widening(`${printGrant(more)}, ${printBefore(more)}`);
  const less = findExcess(onlySkills(before), b);
  if (less) {
    return narrowing(`${printExcessPlace(less)}: no longer readable`);
  }
  return { class: "instruction" };
}

function withSkills(manifest: PodManifest) {
  const { scope } = manifest;
  return scopeMeaning({
    allow: [...scope.allow, ...skillRules(manifest)],
    deny: scope.deny,
  });
}

function onlySkills(manifest: PodManifest) {
  const { scope } = manifest;
  return scopeMeaning({ allow: skillRules(manifest), deny: scope.deny });
}

function skillRules({ skills }: PodManifest) {
  return (skills?.directories ?? []).map((target) =>
    ({ target, permission: "read", recursive: true }) as const
  );
}

function permissionsChange(
  { permissions: before }: PodManifest,
  { permissions: after }: PodManifest,
): AuthorityChange {
  const more = findExtraCall(after, before);
  if (more) return widening(`${printCall(more)} is allowed now`);
  const less = findExtraCall(before, after);
  if (less) return narrowing(`${printCall(less)} is refused now`);
  return { class: "other", reason: "the same calls are allowed as before" };
}

function memoryChange(
  path: FieldPath,
  { memory: before }: PodManifest,
  { memory: after }: PodManifest,
): AuthorityChange | undefined {
  if (path.length === 1) {
    return after
      ? widening("the memory tools are on now")
      : narrowing("the memory tools are off now");
  }
  if (path[1] !== "workspace_root" || !before || !after) return undefined;
  return widening("the memory tools read and write in another folder");
}

/** Which abilities a field of the web section has a part in. */
const ABILITIES_OF: Readonly<Record<string, readonly NetworkAbility[]>> = {
  "": ["search", "fetch", "private addresses"],
  "enabled": ["search", "fetch", "private addresses"],
  "allow_private_addresses": ["private addresses"],
  "search": ["search"],
  "search.enabled": ["search"],
  "fetch": ["fetch", "private addresses"],
  "fetch.enabled": ["fetch", "private addresses"],
  "fetch.allow_private_addresses": ["private addresses"],
};

const ABILITY_WORDS: Readonly<Record<NetworkAbility, string>> = {
  "search": "searching the web",
  "fetch": "fetching pages",
  "private addresses": "fetching from private addresses",
};

function webChange(
  path: FieldPath,
  before: PodManifest,
  after: PodManifest,
): AuthorityChange | undefined {
  const abilities = ABILITIES_OF[path.slice(1).join(".")];
  if (!abilities) return undefined;
  const [a, b] = [networkAbilities(before.web), networkAbilities(after.web)];
  const words = (of: readonly NetworkAbility[]) =>
    of.map((ability) => ABILITY_WORDS[ability]).join(", ");
  const gained = abilities.filter((ability) =>
    b.has(ability) && !a.has(ability)
  );
  if (gained.length > 0) return widening(`on now: ${words(gained)}`);
  const lost = abilities.filter((ability) => a.has(ability) && !b.has(ability));
  if (lost.length > 0) return narrowing(`off now: ${words(lost)}`);
  return { class: "other" };
}

function printGrant(excess: ScopeExcess): string {
  return `${printExcessPlace(excess)}: ${verbOf(excess.granted)} now`;
}

function printBefore({ allowed }: ScopeExcess): string {
  return allowed === "nothing" ? "out of reach before" : "only readable before";
}

function verbOf(granted: ScopeExcess["granted"]): string {
  return granted === "write" ? "writable" : "readable";
}

function printCall({ tool, argument }: PermissionExcess): string {
  if (tool === undefined) return "a tool that no rule names";
  if (argument === undefined) {
    return `\`${tool}\` (too many patterns to say for what)`;
  }
  return argument === ""
    ? `\`${tool}\` without an argument`
    : `\`${tool}\` with \`${argument}\``;
}

function widening(reason: string): AuthorityChange {
  return { class: "widening", reason };
}

function narrowing(reason: string): AuthorityChange {
  return { class: "narrowing", reason };
}
