import type { DiagnosticCode } from "../base/diagnostic_codes.ts";

/** What stands at a path. */
export type FileKind = "file" | "directory" | "other";

/** One entry of a directory. Symbolic links are reported as what they are. */
export interface DirectoryEntry {
  /** Without the path. */
  readonly name: string;
  /** Links are not followed. */
  readonly kind: FileKind | "link";
}

/** Why the outside world said no. Anything else that goes wrong is a bug. */
export type SystemErrorKind =
  | "not-found"
  | "denied"
  | "not-permitted"
  | "is-directory"
  | "too-large"
  | "exists"
  | "other";

/** A refusal of the outside world, with the path it is about. */
export class SystemError extends Error {
  /** Tells it from a bug without `instanceof`. */
  override readonly name = "SystemError";
  /** Says what was refused; `message` is for people. */
  constructor(
    /** `denied`: the operating system; `not-permitted`: Deno's permissions. */
    readonly kind: SystemErrorKind,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

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

/**
 * The outside world as this program sees it: files, environment variables,
 * standard input. Real (`denoSystem`) or in memory (`memorySystem`). Paths are
 * absolute and use `/`, on Windows too (`C:/work`).
 */
export interface System {
  /** The current directory. */
  cwd(): string;
  /** An environment variable; `undefined` when unset or empty. */
  env(name: string): string | undefined;
  /** What is at `path` (links followed); `undefined` when nothing is. */
  stat(path: string): Promise<FileKind | undefined>;
  /**
   * The bytes of a file, read once.
   *
   * @throws {SystemError} `too-large` beyond `maxBytes`, which defaults to 8 MiB
   */
  readFile(path: string, maxBytes?: number): Promise<Uint8Array>;
  /** The entries of a directory, in no particular order. */
  readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
  /** The path with every symbolic link resolved. */
  realPath(path: string): Promise<string>;
  /** All of standard input. */
  readStdin(maxBytes?: number): Promise<Uint8Array>;
  /** Writes a file whole or not at all: temporary file beside it, then rename. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
}

/**
 * The code of the diagnostic for a refusal: a missing Deno permission has one of
 * its own, whatever was to be done.
 *
 * @param otherwise for every other kind
 */
export function refusalCode(
  { kind }: SystemError,
  otherwise: DiagnosticCode = "file-unreadable",
): DiagnosticCode {
  return kind === "not-permitted" ? "permission-missing" : otherwise;
}
