import type { Diagnostic } from "../base/diagnostic.ts";
import { isObject } from "../base/json.ts";
import { isAbsolutePath } from "../schema/text_forms.ts";
import { isPodName, POD_NAME_MAX_BYTES } from "../schema/pod_name.ts";
import type { ScopeRule } from "../schema/scope.ts";

/** What a launch adds to a profile: nothing of it may stand in one. */
export interface Launch {
  /** Name of the Pod: see {@linkcode isPodName}. */
  readonly podName: string;
  /** Absolute path of the workspace, an existing directory. */
  readonly workspaceBase: string;
  /** The authority handed over; left out: the whole workspace. At least one rule. */
  readonly delegatedScope?: readonly ScopeRule[];
}

/**
 * Checks what a launch says, all of it. Whether the workspace exists is for the
 * caller to see.
 *
 * @param launch from a program, so its types are not trusted either
 * @returns the errors, none when all is well
 *
 * @example
 * ```ts
 * import { validateLaunch } from "./launch_inputs.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(validateLaunch({ podName: "demo", workspaceBase: "/ws" }), []);
 * assert.equal(
 *   validateLaunch({ podName: "..", workspaceBase: "/ws" })[0]?.code,
 *   "pod-name-invalid",
 * );
 * ```
 */
export function validateLaunch(launch: Launch): readonly Diagnostic[] {
  return [
    ...podNameProblems(launch.podName),
    ...workspaceProblems(launch.workspaceBase),
    ...delegatedScopeProblems(launch.delegatedScope),
  ];
}

/** Why a text cannot be the name of a Pod: one error, or an empty list. */
export function podNameProblems(name: unknown): readonly Diagnostic[] {
  if (typeof name === "string" && isPodName(name)) return [];
  return [{
    code: "pod-name-invalid",
    severity: "error",
    message: `${
      typeof name === "string"
        ? `\`${name}\``
        : name === undefined
        ? "nothing"
        : `a ${typeof name}`
    } cannot be the name of a Pod: it ${whyNot(name)}`,
    help: "one folder name: no `/`, `\\` or control characters, " +
      `not \`.\` or \`..\`, at most ${POD_NAME_MAX_BYTES} bytes`,
  }];
}

function whyNot(name: unknown): string {
  if (typeof name !== "string") return "is not a string";
  if (name === "") return "is empty";
  if (name === "." || name === "..") return "means a directory";
  const bad = name.match(/[/\\\p{Cc}]/u)?.[0];
  if (bad !== undefined) {
    return bad === "/" || bad === "\\"
      ? `has a \`${bad}\` in it`
      : `has the control character U+${codePoint(bad)} in it`;
  }
  if (!name.isWellFormed()) return "is not valid Unicode";
  const bytes = new TextEncoder().encode(name).length;
  return `has ${bytes} bytes of UTF-8`;
}

function codePoint(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}

function workspaceProblems(workspace: unknown): readonly Diagnostic[] {
  if (isAbsoluteText(workspace)) return [];
  return [{
    code: "workspace-invalid",
    severity: "error",
    message: `${
      typeof workspace === "string"
        ? `\`${workspace}\``
        : `a ${typeof workspace}`
    } cannot be the workspace: an absolute path is required`,
  }];
}

function delegatedScopeProblems(scope: unknown): readonly Diagnostic[] {
  if (scope === undefined) return [];
  if (!Array.isArray(scope)) return [notDelegable("it is not a list of rules")];
  if (scope.length === 0) return [notDelegable("it grants nothing")];
  return scope.flatMap((rule: unknown, index) => {
    const why = whyNoRule(rule);
    return why === undefined ? [] : [notDelegable(`rule ${index + 1} ${why}`)];
  });
}

function whyNoRule(rule: unknown): string | undefined {
  if (!isObject(rule)) return "is not an object";
  const { target, permission, recursive, ...others } = rule;
  const [other] = Object.keys(others);
  if (other !== undefined) return `has an unknown field \`${other}\``;
  if (!isAbsoluteText(target)) return "needs an absolute path as `target`";
  if (permission !== "read" && permission !== "write") {
    return "needs `read` or `write` as `permission`";
  }
  return typeof recursive === "boolean"
    ? undefined
    : "needs `true` or `false` as `recursive`";
}

function notDelegable(why: string): Diagnostic {
  return {
    code: "delegate-invalid",
    severity: "error",
    message: `cannot delegate this scope: ${why}`,
    help: "at least one `{ target, permission, recursive }`, " +
      "or leave the delegated scope out to grant the workspace",
  };
}

function isAbsoluteText(path: unknown): path is string {
  return typeof path === "string" && isAbsolutePath(path);
}
