import fc from "../../fast_check.ts";
import type { Granted } from "../../../lib/manifest/compare/scope_meaning.ts";
import type { Scope, ScopeRule } from "../../../lib/schema/scope.ts";

// A model of paths by brute force: every path up to a depth is written out and
// asked about. `z` is in no rule, so it stands for every other name, and two
// levels below the deepest rule everything has been seen.
const RULE_DEPTH = 3;
/** What stands for every path there is. */
export const ALL_PATHS = [
  "/",
  ...pathsBelow("", ["a", "b", "ab", "z"], RULE_DEPTH + 2),
];
const TARGETS = ["/", ...pathsBelow("", ["a", "b", "ab"], RULE_DEPTH)];

function pathsBelow(folder: string, names: string[], depth: number): string[] {
  if (depth === 0) return [];
  return names.flatMap((name) => [
    `${folder}/${name}`,
    ...pathsBelow(`${folder}/${name}`, names, depth - 1),
  ]);
}

/** Whether a rule is about a path. */
export function covers(
  { target, recursive }: ScopeRule,
  path: string,
): boolean {
  if (path === target) return true;
  const above = path.slice(0, path.lastIndexOf("/")) || "/";
  if (path !== "/" && above === target) return true;
  return recursive && path.startsWith(target === "/" ? "/" : `${target}/`);
}

/** As the runtime's own words have it: the most allowed, capped by each deny. */
export function grants({ allow, deny }: Scope, path: string): Granted {
  const allowed = allow.filter((rule) => covers(rule, path));
  if (allowed.length === 0) return "nothing";
  const denied = deny.filter((rule) => covers(rule, path));
  if (denied.some(({ permission }) => permission === "read")) return "nothing";
  if (denied.length > 0) return "read";
  return allowed.some((r) => r.permission === "write") ? "write" : "read";
}

const rule: fc.Arbitrary<ScopeRule> = fc.record({
  target: fc.constantFrom(...TARGETS),
  permission: fc.constantFrom("read", "write"),
  recursive: fc.boolean(),
});
/** A scope of a few rules that meet. */
export const scope: fc.Arbitrary<Scope> = fc.record({
  allow: fc.array(rule, { minLength: 1, maxLength: 4 }),
  deny: fc.array(rule, { maxLength: 3 }),
});

/** Whether one grant includes what another does not. */
export function isMore(a: Granted, b: Granted): boolean {
  return a !== "nothing" && a !== b && !(a === "read" && b === "write");
}
