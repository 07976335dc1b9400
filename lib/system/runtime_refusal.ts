import type { Runtime } from "./runtime.ts";
import {
  type FileInfo,
  refusal,
  SystemError,
  type SystemErrorKind,
} from "./system.ts";

/** The operating system's codes, and Deno's names for errors that have none. */
const KINDS: Readonly<Record<string, SystemErrorKind>> = {
  ENOENT: "not-found",
  NotFound: "not-found",
  // A path below a file.
  ENOTDIR: "not-found",
  NotADirectory: "not-found",
  EACCES: "denied",
  EPERM: "denied",
  PermissionDenied: "denied",
  EISDIR: "is-directory",
  IsADirectory: "is-directory",
  EEXIST: "exists",
  AlreadyExists: "exists",
  ENOTEMPTY: "not-empty",
  ENOLCK: "unsupported",
  ENOTSUP: "unsupported",
  EOPNOTSUPP: "unsupported",
  ENOSYS: "unsupported",
  NotSupported: "unsupported",
  ERR_ACCESS_DENIED: "not-permitted",
};

/** How Deno says that a path or the value of a variable is not text. */
const NOT_TEXT = /not valid (?:UTF-8|unicode)/i;

/** Runs `ask`; an error of the runtime is thrown as a SystemError. */
export function asked<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw systemError(error, path);
  }
}

/**
 * What stands at a path; nothing where nothing does. A path below a file is such
 * a path, too.
 */
export function infoIfThere(
  runtime: Runtime,
  path: string,
  followLinks: boolean,
): FileInfo | undefined {
  try {
    return runtime.info(path, followLinks);
  } catch (error) {
    if (error instanceof Error && kindOf(error) === "not-found") {
      return undefined;
    }
    throw error;
  }
}

function kindOf(error: Error): SystemErrorKind | undefined {
  return kindCalled(codeOf(error)) ?? kindCalled(error.name);
}

function kindCalled(name: string): SystemErrorKind | undefined {
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}

function systemError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof SystemError) return error;
  const { name, message } = error;
  if (name === "NotCapable") {
    // "Requires read access to "/x", run again with the --allow-read flag"
    return refusal("not-permitted", path, decapitalized(message));
  }
  const kind = kindOf(error);
  if (kind) return refusal(kind, path);
  if (name === "InvalidData" && NOT_TEXT.test(message)) {
    return refusal("other", path, "it is not UTF-8 text");
  }
  const code = codeOf(error);
  // Node and Deno word this differently.
  if (code === "ELOOP") {
    return refusal("other", path, "too many levels of symbolic links");
  }
  // "File name too long (os error 36): stat '/x'" says Deno, Node says
  // "ENAMETOOLONG: name too long, open '/x'".
  const [, reason] = /^(.*?) \(os error/s.exec(message) ??
    /^[A-Z0-9_]+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec(message) ?? [];
  return reason === undefined && code === ""
    ? error
    : refusal("other", path, decapitalized(reason ?? message));
}

function decapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
