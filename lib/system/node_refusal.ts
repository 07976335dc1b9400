import { refusal, SystemError, type SystemErrorKind } from "./system.ts";

/** Node's codes of what the operating system says. */
const KIND_OF_CODE: Readonly<Record<string, SystemErrorKind>> = {
  ENOENT: "not-found",
  // A path below a file.
  ENOTDIR: "not-found",
  EACCES: "denied",
  EPERM: "denied",
  EISDIR: "is-directory",
  EEXIST: "exists",
  ENOTEMPTY: "not-empty",
  ENOTSUP: "unsupported",
  EOPNOTSUPP: "unsupported",
  ENOSYS: "unsupported",
  ERR_ACCESS_DENIED: "not-permitted",
};

/** What every System of this program says in the operating system's words. */
const WORDS_OF_CODE: Readonly<Record<string, string>> = {
  ELOOP: "too many levels of symbolic links",
};

/** Runs `ask`; what Node refuses is thrown as a SystemError. */
export function askedNode<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw systemError(error, path);
  }
}

/** Whether nothing is at a path; a path below a file is such a path, too. */
export function isNodeNotFound(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

function systemError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (error instanceof SystemError || code === undefined) return error;
  const kind = Object.hasOwn(KIND_OF_CODE, code)
    ? KIND_OF_CODE[code]
    : undefined;
  if (kind) return refusal(kind, path);
  if (Object.hasOwn(WORDS_OF_CODE, code)) {
    return refusal("other", path, WORDS_OF_CODE[code]);
  }
  // "ENAMETOOLONG: name too long, open '/x'": the middle part is what it is.
  const [, reason = String(error)] =
    /^[A-Z0-9_]+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec((error as Error).message) ??
      [];
  return refusal("other", path, reason);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error
    ? String(error.code)
    : undefined;
}
