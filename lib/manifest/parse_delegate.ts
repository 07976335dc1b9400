import { isAbsolute, joinPath, normalizePath } from "../base/file_path.ts";
import { failure, type ProfileError } from "../base/profile_error.ts";
import { didYouMean, listed, suggest } from "../base/suggest.ts";
import type { ScopePermission, ScopeRule } from "../schema/scope.ts";

const PERMISSIONS: readonly ScopePermission[] = ["read", "write"];
const NONRECURSIVE = "nonrecursive";
const HELP = "as `read:docs`, `write:src` or `write,nonrecursive:.`";

/**
 * What `--delegate` grants: `read:PATH`, `write:PATH`, and with
 * `,nonrecursive` after the permission only the directory itself.
 *
 * A `..` stays in the path: whether it leads where it seems to depends on the
 * links before it, which a resolution looks at.
 *
 * @param cwd absolute path of what a relative path is relative to
 * @throws {ProfileError} `delegate-invalid`
 *
 * @example
 * ```ts
 * import { parseDelegate } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseDelegate("write,nonrecursive:src", "/ws"), {
 *   target: "/ws/src",
 *   permission: "write",
 *   recursive: false,
 * });
 * ```
 */
export function parseDelegate(text: string, cwd: string): ScopeRule {
  const colon = text.indexOf(":");
  if (colon < 0) {
    throw invalid(text, "there is no `:` between permission and path");
  }
  const [permission = "", ...options] = text.slice(0, colon).split(",");
  const path = text.slice(colon + 1).replaceAll("\\", "/");
  if (!isPermission(permission)) {
    throw invalid(
      text,
      `\`${permission}\` is no permission`,
      suggest(permission, PERMISSIONS) === undefined
        ? `${listed(PERMISSIONS)}, ${HELP}`
        : didYouMean(permission, PERMISSIONS),
    );
  }
  const unknown = options.find((option) => option !== NONRECURSIVE);
  if (unknown !== undefined) {
    throw invalid(
      text,
      `unknown option \`${unknown}\``,
      didYouMean(unknown, [NONRECURSIVE]),
    );
  }
  if (path === "") {
    throw invalid(
      text,
      "the path is missing",
      `write the path right behind the \`:\`, ${HELP}`,
    );
  }
  const second = /,((?:read|write)(?:,nonrecursive)?:.*)$/s.exec(path)?.[1];
  if (second !== undefined) {
    throw invalid(
      text,
      "there are two rules in it",
      `give each its own flag: \`--delegate ${
        text.slice(0, -second.length - 1)
      } --delegate ${second}\``,
    );
  }
  if (path.includes("\0")) throw invalid(text, "there is a NUL in the path");
  if (/^~(?:\/|$)/.test(path)) {
    throw invalid(
      text,
      "a `~` behind the `:` means nothing to the shell",
      `write \`${text.slice(0, colon)}:$HOME${path.slice(1)}\``,
    );
  }
  return {
    target: absolute(path, cwd),
    permission,
    recursive: !options.includes(NONRECURSIVE),
  };
}

/** Without `..` in its shortest spelling. */
function absolute(path: string, cwd: string): string {
  const folded = joinPath(cwd, path);
  if (!path.split("/").includes("..")) return folded;
  return path.startsWith("/") || isAbsolute(path)
    ? path
    : `${normalizePath(cwd)}/${path}`;
}

function isPermission(text: string): text is ScopePermission {
  return (PERMISSIONS as readonly string[]).includes(text);
}

function invalid(text: string, why: string, help = HELP): ProfileError {
  return failure(
    "delegate-invalid",
    `cannot delegate \`${text}\`: ${why}`,
    { help },
  );
}
