import type { Diagnostic } from "../base/diagnostic.ts";
import { normalizePath } from "../base/file_path.ts";
import { ProfileError } from "../base/profile_error.ts";
import type { ScopeRule } from "../schema/scope.ts";
import type { System } from "../system/system.ts";
import { misledParent } from "../trust/misled_parent.ts";

/**
 * Rules of a delegated scope with the `..` taken out of their paths.
 *
 * @param rules checked, or at least of their type
 * @throws {ProfileError} `delegate-invalid` for a `..` behind a symbolic link:
 * the text and the operating system mean two folders
 */
export async function delegatedScope(
  system: System,
  rules: readonly ScopeRule[],
): Promise<readonly ScopeRule[]> {
  const problems: Diagnostic[] = [];
  for (const { target } of rules) {
    const misled = await misledParent(system, target);
    if (misled === undefined) continue;
    problems.push({
      code: "delegate-invalid",
      severity: "error",
      message:
        `cannot delegate \`${target}\`: \`${misled.link}\` is a link, so \`..\` behind it leads to \`${misled.real}\`, and not to \`${misled.read}\` as it is written`,
      help: `delegate \`${misled.real}\`, or \`${misled.read}\``,
    });
  }
  if (problems.length > 0) throw new ProfileError(problems);
  return rules.map((rule) => ({
    ...rule,
    target: normalizePath(rule.target),
  }));
}
