import type { DiagnosticCode } from "../base/diagnostic_codes.ts";

/** Files beyond this are refused unless more is asked for. */
export const DEFAULT_MAX_BYTES: number = 8 * 1024 * 1024;

/** Links that are followed one after the other: as many as an operating system does. */
export const MOST_LINKS = 40;

/** What stands at a path. */
export type FileKind = "file" | "directory" | "other";

/** One entry of a directory. Symbolic links are reported as what they are. */
export interface DirectoryEntry {
  /** Without the path. */
  readonly name: string;
  /** Links are not followed. */
  readonly kind: FileKind | "link";
}

/** What is known of what stands at a path. */
export interface FileInfo {
  /** Of the thing itself, or of what a link leads to: see `fileInfo`. */
  readonly kind: FileKind | "link";
  /** In bytes; 0 for a directory. */
  readonly size: number;
  /**
   * Tells this file from any other, also from one that took its name later;
   * `undefined` where the operating system does not say.
   */
  readonly inode?: string | undefined;
  /** The number of the user it belongs to; `undefined` on Windows. */
  readonly owner?: number | undefined;
  /** Permission bits, as `0o600`; `undefined` on Windows. */
  readonly mode?: number | undefined;
}

/** The operating system whose rules hold for names, locks and sockets. */
export type OperatingSystem = "linux" | "macos" | "windows" | "other";

/** An open file: it stays the same one, whatever happens to its name. */
export interface OpenFile extends Disposable {
  /** As {@linkcode FileInfo.inode}. */
  readonly inode: string | undefined;
  /**
   * All its bytes as they are now, from the beginning; may be called again.
   *
   * @throws {SystemError} `too-large` beyond `maxBytes`, which defaults to 8 MiB
   */
  read(maxBytes?: number): Promise<Uint8Array>;
}

/** How {@linkcode System.makeDirectory} makes one. */
export interface MakeDirectoryOptions {
  /** Permission bits; default `0o777`. The process's mask takes from them. */
  readonly mode?: number;
  /** Makes those above it too, and accepts one that is there. */
  readonly parents?: boolean;
}

/** Why the System refused something. Any other error is a bug. */
export type SystemErrorKind =
  | "not-found"
  | "denied"
  | "not-permitted"
  | "is-directory"
  | "too-large"
  | "exists"
  | "not-empty"
  | "unsupported"
  | "other";

/** A refusal of the System, with the path it is about. */
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
  "not-empty": "is not empty",
  "unsupported": "the file system cannot do it",
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
  /** What this program runs on. */
  os(): OperatingSystem;
  /** An environment variable; `undefined` when unset or empty. */
  env(name: string): string | undefined;
  /** What is at `path` (links followed); `undefined` when nothing is. */
  stat(path: string): Promise<FileKind | undefined>;
  /**
   * More about what is at `path`: owner, size, identity; `undefined` when
   * nothing is. Links are followed unless `followLinks` is `false`.
   */
  fileInfo(
    path: string,
    options?: { readonly followLinks?: boolean },
  ): Promise<FileInfo | undefined>;
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
  /** Where a symbolic link leads, as it says it: relative to its folder, or not. */
  readLink(path: string): Promise<string>;
  /** All of standard input. */
  readStdin(maxBytes?: number): Promise<Uint8Array>;
  /** Writes a file whole or not at all: temporary file beside it, then rename. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Holds a file open for reading. To be closed by whoever asked: `using`.
   *
   * @throws {SystemError} also for what is no regular file
   */
  openFile(path: string): Promise<OpenFile>;
  /**
   * Makes a file that must not be there yet. What cannot be written whole is
   * taken away again. Not durable before {@linkcode System.sync}.
   *
   * @param mode permission bits, as `0o600`
   * @throws {SystemError} `exists`, also where a link stands
   */
  createFile(path: string, bytes: Uint8Array, mode?: number): Promise<void>;
  /**
   * Makes a directory.
   *
   * @throws {SystemError} `exists`, unless `parents` are wanted
   */
  makeDirectory(path: string, options?: MakeDirectoryOptions): Promise<void>;
  /**
   * Gives a file or a directory another name in the same file system, in one
   * step. A file that has the name is replaced.
   */
  rename(from: string, to: string): Promise<void>;
  /**
   * Removes a file, a link (not what it leads to) or a directory.
   *
   * @throws {SystemError} `not-empty`, unless `recursive`
   */
  remove(
    path: string,
    options?: { readonly recursive?: boolean },
  ): Promise<void>;
  /**
   * Makes durable what was written: the content of a file, or of a directory
   * the names that were made, changed or removed in it.
   */
  sync(path: string): Promise<void>;
  /**
   * Takes the operating system's advisory lock on the file at `path`, which is
   * made where there is none. Nobody is waited for, and a process that ends
   * holds none.
   *
   * @returns the lock, held until it is disposed of; `undefined` while somebody
   * else has it
   * @throws {SystemError} `unsupported` by a file system that knows no locks
   */
  lock(path: string): Promise<Disposable | undefined>;
  /** Waits for so many milliseconds; 0 only lets others have their turn. */
  wait(ms: number): Promise<void>;
  /**
   * Tells what changes at the paths and directly in those that are directories,
   * until the signal says to stop. Each item is the paths that changed, as far
   * as they are known. It has begun when the first item was asked for.
   */
  watch(
    paths: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<readonly string[]>;
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
