import type { Diagnostic } from "../base/diagnostic.ts";
import { ProfileError } from "../base/profile_error.ts";
import { suggest } from "../base/suggest.ts";
import type { ScopeRule } from "../schema/scope.ts";
import { type System, SystemError } from "../system/system.ts";

/** A rule of `--delegate`, as typed and as understood. */
export interface DelegatedRule {
  readonly text: string;
  readonly rule: ScopeRule;
}

/**
 * A word about each path that is granted and not there: from a typing error
 * would come a Pod that may touch nothing, and nobody would know why.
 *
 * @throws {ProfileError} `delegate-missing` where it is strict
 */
export async function delegateRemarks(
  rules: readonly DelegatedRule[],
  system: System,
  strict: boolean,
): Promise<readonly Diagnostic[]> {
  const remarks: Diagnostic[] = [];
  for (const { text, rule } of rules) {
    if (await isThere(system, rule.target)) continue;
    const slash = rule.target.lastIndexOf("/") + 1;
    const name = rule.target.slice(slash);
    const near = await nearName(system, rule.target.slice(0, slash), name);
    remarks.push({
      code: "delegate-missing",
      severity: strict ? "error" : "warning",
      message:
        `\`${text}\` grants what is not there: nothing is at \`${rule.target}\`, so the Pod may touch nothing by it`,
      help: near === undefined || !text.endsWith(name)
        ? "correct the path, or make the folder before the Pod is started"
        : `did you mean \`${text.slice(0, -name.length)}${near}\`?`,
    });
  }
  if (strict && remarks.length > 0) throw new ProfileError(remarks);
  return remarks;
}

/** What nobody may look at is not said to be missing. */
async function isThere(system: System, path: string): Promise<boolean> {
  try {
    return await system.stat(path) !== undefined;
  } catch (error) {
    if (error instanceof SystemError) return true;
    throw error;
  }
}

/** A name in the same folder that was probably meant. */
async function nearName(
  system: System,
  folder: string,
  name: string,
): Promise<string | undefined> {
  try {
    const entries = await system.readDirectory(folder);
    return suggest(name, entries.map(({ name }) => name));
  } catch (error) {
    if (error instanceof SystemError) return undefined;
    throw error;
  }
}
