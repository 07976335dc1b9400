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
  readonly allow: readonly CutRule[];
  readonly deny: readonly CutRule[];
}

/** A rule beside the names of the folders that lead to its target. */
interface CutRule {
  readonly rule: ScopeRule;
  readonly parts: readonly string[];
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
  return { allow: scope.allow.map(cut), deny: scope.deny.map(cut) };
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
      const rule = inner.allow.find((rule) =>
        LEVEL[rule.rule.permission] >= LEVEL[granted] && matches(rule, place)
      )!.rule;
      // What is denied matters where it would have been enough otherwise.
      const deniedBy = outer.deny.find((rule) =>
        matches(rule, place) &&
        LEVEL[grantedAtParts({ ...outer, deny: [] }, place)] >= LEVEL[granted]
      )?.rule;
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
  for (const rule of allow) {
    const { permission } = rule.rule;
    if (LEVEL[permission] > LEVEL[granted] && matches(rule, place)) {
      granted = permission;
    }
  }
  if (granted === "nothing") return granted;
  for (const rule of deny) {
    if (rule.rule.permission === "write" && granted === "read") continue;
    if (!matches(rule, place)) continue;
    if (rule.rule.permission === "read") return "nothing";
    granted = "read";
  }
  return granted;
}

function matches({ rule, parts }: CutRule, place: readonly string[]): boolean {
  const deeper = place.length - parts.length;
  if (deeper < 0 || (deeper > 1 && !rule.recursive)) return false;
  return parts.every((part, index) => part === place[index]);
}

/** Every folder that is, or leads to, a target: parents before what is in them. */
function foldersOf(
  ...scopes: readonly ScopeMeaning[]
): readonly (readonly string[])[] {
  const folders = new Map<string, readonly string[]>();
  for (const { allow, deny } of scopes) {
    for (const { parts } of [...allow, ...deny]) {
      for (let length = 0; length <= parts.length; length++) {
        const folder = parts.slice(0, length);
        folders.set(folder.join("/"), folder);
      }
    }
  }
  return [...folders.values()].sort((a, b) => a.length - b.length);
}

function cut(rule: ScopeRule): CutRule {
  return { rule, parts: partsOf(rule.target) };
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
