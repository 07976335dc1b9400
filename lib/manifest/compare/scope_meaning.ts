import { normalizePath } from "../../base/file_path.ts";
import type { Scope, ScopePermission, ScopeRule } from "../../schema/scope.ts";

/** What a scope grants at one path. */
export type Granted = ScopePermission | "nothing";

/** A path that one scope grants more of than another. */
export interface ScopeExcess {
  /** The path, or the folder that the place is in. */
  readonly path: string;
  /**
   * `itself`: the path; `inside`: whatever else stands in it; `below`: whatever
   * stands in a folder of it.
   */
  readonly where: "itself" | "inside" | "below";
  /** What the one grants there. */
  readonly granted: ScopePermission;
  /** What the other grants there. */
  readonly allowed: Granted;
  /** The rule of the one that grants it. */
  readonly rule: ScopeRule;
  /** The rule of the other that denies it, if it is not just left out. */
  readonly deniedBy?: ScopeRule;
}

/** A scope whose paths were taken apart once. */
export interface ScopeMeaning {
  readonly allow: RulesByFolder;
  readonly deny: RulesByFolder;
}

/** The rules of each target, by its parts joined with `/`. */
type RulesByFolder = ReadonlyMap<string, readonly PlacedRule[]>;

/** A rule, and where it stands. */
interface PlacedRule {
  readonly rule: ScopeRule;
  /** Its place among the rules. */
  readonly index: number;
}

/** A name that no target has, for "anything else in this folder". */
const ANY = "\0";

/** Levels in the order of what they include. */
const LEVEL: Readonly<Record<Granted, number>> = {
  nothing: 0,
  read: 1,
  write: 2,
};

/** Takes the targets of a scope apart. */
export function scopeMeaning(scope: Scope): ScopeMeaning {
  return { allow: byFolder(scope.allow), deny: byFolder(scope.deny) };
}

/**
 * What a scope grants at an absolute path, as the runtime decides it: the most
 * that any matching rule allows, less what a matching rule denies. To deny
 * `read` leaves nothing, to deny `write` leaves reading. A rule that is not
 * recursive is about its target and what stands directly in it.
 *
 * @example
 * ```ts
 * import { grantedAt, scopeMeaning } from "./scope_meaning.ts";
 * import assert from "node:assert/strict";
 * const scope = scopeMeaning({
 *   allow: [{ target: "/ws", permission: "write", recursive: true }],
 *   deny: [{ target: "/ws/docs", permission: "write", recursive: true }],
 * });
 * assert.equal(grantedAt(scope, "/ws/src/main.ts"), "write");
 * assert.equal(grantedAt(scope, "/ws/docs/a.md"), "read");
 * assert.equal(grantedAt(scope, "/etc"), "nothing");
 * ```
 */
export function grantedAt(scope: ScopeMeaning, path: string): Granted {
  return grantedAtParts(scope, partsOf(path));
}

/**
 * The first place where `inner` grants what `outer` does not, if there is one.
 * Exact: between the folders that rules name there is nothing that could be
 * decided differently, so looking at each of them, in it and below it is
 * looking everywhere.
 */
export function findExcess(
  inner: ScopeMeaning,
  outer: ScopeMeaning,
): ScopeExcess | undefined {
  for (const parts of foldersOf(inner, outer)) {
    for (const where of ["itself", "inside", "below"] as const) {
      const place = where === "itself"
        ? parts
        : where === "inside"
        ? [...parts, ANY]
        : [...parts, ANY, ANY];
      const granted = grantedAtParts(inner, place);
      const allowed = grantedAtParts(outer, place);
      if (granted === "nothing" || LEVEL[granted] <= LEVEL[allowed]) continue;
      const rule = first(
        matching(inner.allow, place).filter(({ rule }) =>
          LEVEL[rule.permission] >= LEVEL[granted]
        ),
      )!;
      // What is denied matters where it would have been enough otherwise.
      const undenied = grantedAtParts({ ...outer, deny: new Map() }, place);
      const deniedBy = LEVEL[undenied] >= LEVEL[granted]
        ? first(matching(outer.deny, place))
        : undefined;
      return {
        path: pathOf(parts),
        where,
        granted,
        allowed,
        rule,
        ...deniedBy && { deniedBy },
      };
    }
  }
}

/** A place in words: "`/ws/docs`", "what is in `/ws`". */
export function printExcessPlace({ path, where }: ScopeExcess): string {
  switch (where) {
    case "itself":
      return `\`${path}\``;
    case "inside":
      return `what else is in \`${path}\``;
    case "below":
      return `what else is below \`${path}\``;
  }
}

function grantedAtParts(
  { allow, deny }: ScopeMeaning,
  place: readonly string[],
): Granted {
  let granted: Granted = "nothing";
  for (const { rule: { permission } } of matching(allow, place)) {
    if (LEVEL[permission] > LEVEL[granted]) granted = permission;
  }
  if (granted === "nothing") return granted;
  for (const { rule: { permission } } of matching(deny, place)) {
    if (permission === "read") return "nothing";
    granted = "read";
  }
  return granted;
}

/** The rules that a place is in the reach of, those of the nearest folder last. */
function matching(
  rules: RulesByFolder,
  place: readonly string[],
): readonly PlacedRule[] {
  if (rules.size === 0) return [];
  const found: PlacedRule[] = [];
  let folder = "";
  for (const [depth, part] of place.entries()) {
    folder = depth === 0 ? part : `${folder}/${part}`;
    const isNear = place.length - depth - 1 <= 1;
    for (const rule of rules.get(folder) ?? []) {
      if (isNear || rule.rule.recursive) found.push(rule);
    }
  }
  return found;
}

/** The one that stands first in its scope. */
function first(rules: readonly PlacedRule[]): ScopeRule | undefined {
  return rules.toSorted((a, b) => a.index - b.index)[0]?.rule;
}

/** Every folder that is, or leads to, a target: parents before what is in them. */
function foldersOf(
  ...scopes: readonly ScopeMeaning[]
): readonly (readonly string[])[] {
  const folders = new Map<string, readonly string[]>();
  for (const { allow, deny } of scopes) {
    for (const target of [...allow.keys(), ...deny.keys()]) {
      const parts = target.split("/");
      for (let length = parts.length; length > 0; length--) {
        const folder = parts.slice(0, length);
        const key = folder.join("/");
        // The folders above it are there already.
        if (folders.has(key)) break;
        folders.set(key, folder);
      }
    }
  }
  return [...folders.values()].sort((a, b) => a.length - b.length);
}

function byFolder(rules: readonly ScopeRule[]): RulesByFolder {
  return Map.groupBy(
    rules.map((rule, index): PlacedRule => ({ rule, index })),
    ({ rule }) => partsOf(rule.target).join("/"),
  );
}

/** `/ws/a` is `["", "ws", "a"]`, and `/` is `[""]`; a drive is a part, too. */
function partsOf(path: string): readonly string[] {
  const clean = normalizePath(path);
  return (clean.endsWith("/") ? clean.slice(0, -1) : clean).split("/");
}

function pathOf(parts: readonly string[]): string {
  const path = parts.join("/");
  return parts.length === 1 ? `${path}/` : path;
}
