import type { Diagnostic } from "../base/diagnostic.ts";
import {
  baseName,
  directoryOf,
  isInside,
  joinPath,
  normalizePath,
} from "../base/file_path.ts";
import { suggest } from "../base/suggest.ts";
import type { ScopeRule } from "../schema/scope.ts";
import { realTarget } from "../system/real_target.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";

/**
 * A note on each path that is granted and not there, since from a typing error
 * would come a Pod that may touch nothing; and on each that lies outside the
 * workspace. Either may be meant.
 *
 * @param rules that {@linkcode delegatedScope} has nothing against
 * @param workspace absolute path; left out: there is none to lie outside of
 */
export async function delegateNotes(
  system: System,
  rules: readonly ScopeRule[],
  workspace?: string,
): Promise<readonly Diagnostic[]> {
  const base = workspace && await realPathOf(system, workspace);
  const notes = await Promise.all(rules.map(async (written) => {
    const rule = { ...written, target: normalizePath(written.target) };
    const missing = await missingNote(system, rule);
    const outside = base !== undefined &&
      !isInside(base, await realPathOf(system, rule.target));
    return [
      ...missing ? [missing] : [],
      ...outside ? [outsideNote(rule)] : [],
    ];
  }));
  return notes.flat();
}

async function missingNote(
  system: System,
  rule: ScopeRule,
): Promise<Diagnostic | undefined> {
  if (await isThere(system, rule.target)) return undefined;
  const near = await nearName(system, rule.target);
  return {
    code: "delegate-missing",
    severity: "note",
    message: `${
      granted(rule)
    } and not there: the Pod may touch nothing by it until somebody makes it`,
    help: near === undefined
      ? "correct the path, or make the folder before the Pod is started"
      : `did you mean \`${near}\`?`,
  };
}

function outsideNote(rule: ScopeRule): Diagnostic {
  return {
    code: "delegate-outside",
    severity: "note",
    message: `${granted(rule)} and lies outside the workspace`,
  };
}

function granted({ target, permission }: ScopeRule): string {
  return `\`${target}\` is granted to be ${
    permission === "read" ? "read" : "written"
  }`;
}

/** A path that may not be looked at is not reported as missing. */
async function isThere(system: System, path: string): Promise<boolean> {
  return await unlessRefused(() => system.stat(path), "other") !== undefined;
}

async function realPathOf(system: System, path: string): Promise<string> {
  return await realTarget(
    path,
    (path) => unlessRefused(() => system.realPath(path)),
  );
}

/** A path in the same folder that was probably meant. */
async function nearName(
  system: System,
  path: string,
): Promise<string | undefined> {
  const folder = directoryOf(path);
  return await unlessRefused(async () => {
    const entries = await system.readDirectory(folder);
    const near = suggest(baseName(path), entries.map(({ name }) => name));
    return near && joinPath(folder, near);
  });
}
