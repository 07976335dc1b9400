import { fromWindowsPath } from "./native_path.ts";
import { refusal, SystemError, type SystemErrorKind } from "./system.ts";

/** Runs `ask`; what the outside world refuses is thrown as a SystemError. */
export function asked<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw systemError(error, path);
  }
}

/** Whether nothing is at a path; a path below a file is such a path, too. */
export function isNotFound(error: unknown): boolean {
  const { NotFound, NotADirectory } = Deno.errors;
  return error instanceof NotFound || error instanceof NotADirectory;
}

/** A path as the operating system gives it, in the spelling of this program. */
export function fromNative(path: string): string {
  return Deno.build.os === "windows" ? fromWindowsPath(path) : path;
}

/** What has no error class of its own in Deno. */
const KIND_OF_CODE: Readonly<Record<string, SystemErrorKind>> = {
  ENOTEMPTY: "not-empty",
  EEXIST: "exists",
  ENOLCK: "unsupported",
  ENOTSUP: "unsupported",
  EOPNOTSUPP: "unsupported",
  ENOSYS: "unsupported",
};

/** A path that the system gives, or the value of a variable. */
const NOT_TEXT = /not valid (?:UTF-8|unicode)/i;

function systemError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof SystemError) return error;
  const { errors } = Deno;
  if (error instanceof errors.NotCapable) {
    // "Requires read access to "/x", run again with the --allow-read flag"
    return refusal("not-permitted", path, decapitalized(error.message));
  }
  if (isNotFound(error)) return refusal("not-found", path);
  if (error instanceof errors.PermissionDenied) return refusal("denied", path);
  if (error instanceof errors.IsADirectory) {
    return refusal("is-directory", path);
  }
  if (error instanceof errors.AlreadyExists) return refusal("exists", path);
  if (error instanceof errors.InvalidData && NOT_TEXT.test(error.message)) {
    return refusal("other", path, "it is not UTF-8 text");
  }
  if (error instanceof errors.NotSupported) return refusal("unsupported", path);
  const code = "code" in error ? String(error.code) : "";
  const kind = Object.hasOwn(KIND_OF_CODE, code)
    ? KIND_OF_CODE[code]
    : undefined;
  if (kind) return refusal(kind, path);
  // "File name too long (os error 36): stat '/x'": the middle part is noise.
  const [reason = ""] = error.message.split(" (os error");
  if (reason !== error.message || code !== "") {
    return refusal("other", path, decapitalized(reason));
  }
  return error;
}

function decapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
