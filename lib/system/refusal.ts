import { SystemError, type SystemErrorKind } from "./system.ts";

const WORDS: Readonly<Record<SystemErrorKind, string>> = {
  "not-found": "no such file or directory",
  "denied": "permission denied",
  "not-permitted": "not permitted",
  "is-directory": "is a directory",
  "too-large": "too large",
  "exists": "exists already",
  "other": "cannot be used",
};

/**
 * A refusal in this program's words: both Systems say the same on every
 * operating system. The words end a sentence such as "cannot read `x`: ...".
 */
export function refusal(
  kind: SystemErrorKind,
  path: string,
  words: string = WORDS[kind],
): SystemError {
  return new SystemError(kind, path, words);
}

/** The refusal of a file beyond the number of bytes asked for. */
export function tooLarge(path: string, maxBytes: number): SystemError {
  return refusal("too-large", path, `larger than ${maxBytes} bytes`);
}
