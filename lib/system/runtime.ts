import type {
  DirectoryEntry,
  FileInfo,
  MakeDirectoryOptions,
  OperatingSystem,
} from "./system.ts";

/**
 * What {@linkcode RealSystem} asks of the runtime that it is in, Deno or Node:
 * synchronous calls that throw the runtime's own errors. Paths are in the
 * spelling of this program.
 */
export interface Runtime {
  cwd(): string;
  os(): OperatingSystem;
  env(name: string): string | undefined;
  /** What stands at a path; throws where nothing does. */
  info(path: string, followLinks: boolean): FileInfo;
  readDirectory(path: string): readonly DirectoryEntry[];
  realPath(path: string): string;
  readLink(path: string): string;
  /**
   * @param mode permission bits of a file that is made
   * @throws {SystemError} `unsupported` for `lock`, where the runtime has none
   */
  open(path: string, how: OpenedFor, mode?: number): RuntimeFile;
  readonly stdin: Readable;
  makeDirectory(path: string, options: Required<MakeDirectoryOptions>): void;
  setMode(path: string, mode: number): void;
  rename(from: string, to: string): void;
  remove(path: string, recursive: boolean): void;
  /** Whether the writer of a temporary file is gone. */
  isAbandoned(path: string): boolean;
  /** As {@linkcode System.watch}. */
  watch(
    paths: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<readonly string[]>;
}

/**
 * - `read`: its bytes
 * - `write`: over what is there
 * - `change`: read and write
 * - `make`: it must not be there yet
 * - `lock`: it is made where it is not there
 */
export type OpenedFor = "read" | "write" | "change" | "make" | "lock";

/** What bytes come from. */
export interface Readable {
  /** @returns how many bytes came; `null` at the end */
  read(buffer: Uint8Array): number | null;
}

/** An open file. */
export interface RuntimeFile extends Readable, Disposable {
  info(): FileInfo;
  /** The next read begins at the first byte. */
  rewind(): void;
  /** @returns how many bytes were written */
  write(bytes: Uint8Array): number;
  sync(): void;
  /** Takes the operating system's lock; not where somebody has it. */
  tryLock(): boolean;
}
