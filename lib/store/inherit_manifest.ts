import { failure, type ProfileError } from "../base/profile_error.ts";
import { withParents } from "../base/file_path.ts";
import {
  findExcess,
  printExcessPlace,
  type ScopeExcess,
  scopeMeaning,
} from "../manifest/compare/scope_meaning.ts";
import { manifestDigest } from "../manifest/manifest_digest.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { Scope, ScopeRule } from "../schema/scope.ts";
import type { System } from "../system/system.ts";
import { realTarget } from "../system/real_target.ts";
import { storeAsked, storeAskedFor } from "./store_refusal.ts";

/** What a child gets of its own. */
export interface Inheritance {
  /** The child's name. */
  readonly podName: string;
  /** What is handed over to it. */
  readonly delegatedScope: readonly ScopeRule[];
}

/**
 * A child's manifest: what the parent was created with, under another name and
 * with a part of the parent's scope. Links are followed before, on both sides:
 * a link inside the scope that leads out of it grants nothing.
 *
 * @throws {ProfileError} `scope-exceeded` with the path, the rule that asks for
 * it, and the parent's rule that denies it, if one does
 */
export async function inheritManifest(
  system: System,
  parent: PodManifest,
  { podName, delegatedScope }: Inheritance,
): Promise<PodManifest> {
  for (const rule of delegatedScope) await refuseLooseLink(system, rule);
  const allow = await realRules(system, delegatedScope);
  const outer = await realScope(system, parent.scope);
  const excess = findExcess(
    scopeMeaning({ allow, deny: [] }),
    scopeMeaning(outer),
  );
  if (excess) throw exceeded(parent, excess, allow, delegatedScope);
  const child: PodManifest = {
    ...parent,
    pod: { ...parent.pod, name: podName },
    scope: { allow, deny: [] },
  };
  return parent.profile
    ? {
      ...child,
      profile: { ...parent.profile, digest: await manifestDigest(child) },
    }
    : child;
}

async function realScope(system: System, scope: Scope): Promise<Scope> {
  return {
    allow: await realRules(system, scope.allow),
    deny: await realRules(system, scope.deny),
  };
}

async function realRules(
  system: System,
  rules: readonly ScopeRule[],
): Promise<readonly ScopeRule[]> {
  return await Promise.all(rules.map(async (rule) => ({
    ...rule,
    target: await realTarget(
      rule.target,
      (path) => storeAskedFor("read", system.realPath(path)),
    ),
  })));
}

/** Where it will lead, once its target exists, is not known. */
async function refuseLooseLink(
  system: System,
  rule: ScopeRule,
): Promise<void> {
  for (const path of withParents(rule.target)) {
    const info = await storeAsked(
      "read",
      system.fileInfo(path, { followLinks: false }),
    );
    if (info && info.kind !== "link") return;
    if (info && await storeAsked("read", system.fileInfo(path)) === undefined) {
      throw failure(
        "scope-exceeded",
        `cannot delegate ${
          printRule(rule)
        }: \`${path}\` is a link that leads nowhere`,
        { help: "delegate the path that is meant" },
      );
    }
    if (info) return;
  }
}

function exceeded(
  parent: PodManifest,
  excess: ScopeExcess,
  allow: readonly ScopeRule[],
  written: readonly ScopeRule[],
): ProfileError {
  const { granted, allowed, rule, deniedBy } = excess;
  const asked = written[allow.indexOf(rule)] ?? rule;
  const has = deniedBy
    ? `its rule ${printRule(deniedBy)} denies it`
    : allowed === "nothing"
    ? "none of its rules reaches there"
    : "it may only read there";
  return failure(
    "scope-exceeded",
    `cannot delegate ${
      printRule(asked)
    }: the Pod \`${parent.pod.name}\` may not ${granted} ${
      printExcessPlace(excess)
    }`,
    { help: `${has}; a child gets no more than its parent has` },
  );
}

function printRule({ permission, target, recursive }: ScopeRule): string {
  return `\`${permission}${recursive ? "" : ",nonrecursive"}:${target}\``;
}
