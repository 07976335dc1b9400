// Calls are the runtime's synchronous ones behind asynchronous methods: this
// program waits for every one of them anyway, and waking the event loop for each
// costs about half a millisecond at start.
// deno-lint-ignore-file require-await
import { STDIN_FILE } from "../base/stdin_file.ts";
import type { Runtime, RuntimeFile } from "./runtime.ts";
import { readAll, writeAll } from "./runtime_bytes.ts";
import { asked, infoIfThere } from "./runtime_refusal.ts";
import {
  DEFAULT_MAX_BYTES,
  type DirectoryEntry,
  type FileInfo,
  type FileKind,
  type MakeDirectoryOptions,
  type OpenFile,
  type OperatingSystem,
  refusal,
  type System,
} from "./system.ts";
import { writeWhole } from "./write_whole.ts";

/**
 * Where a person names a device, or what the shell hands over for `<(...)`.
 * Anywhere else a pipe or a device is a trap: to open it is to wait for ever.
 */
const DEVICES = "/dev/";

/** The machine that this program runs on, in any runtime. */
export class RealSystem implements System {
  readonly #runtime: Runtime;

  /** Nothing is touched before a method is called. */
  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  cwd(): string {
    return asked(".", () => this.#runtime.cwd());
  }

  os(): OperatingSystem {
    return this.#runtime.os();
  }

  env(name: string): string | undefined {
    return asked(name, () => this.#runtime.env(name)) || undefined;
  }

  async stat(path: string): Promise<FileKind | undefined> {
    const kind = this.#info(path, true)?.kind;
    return kind === "link" ? undefined : kind;
  }

  async fileInfo(
    path: string,
    { followLinks = true }: { readonly followLinks?: boolean } = {},
  ): Promise<FileInfo | undefined> {
    return this.#info(path, followLinks);
  }

  async readFile(
    path: string,
    maxBytes: number = DEFAULT_MAX_BYTES,
  ): Promise<Uint8Array> {
    return asked(path, () => {
      const { kind, size } = this.#runtime.info(path, true);
      if (kind === "directory") throw refusal("is-directory", path);
      if (kind !== "file" && !path.startsWith(DEVICES)) {
        throw refusal("other", path, "it is not a regular file");
      }
      using file = this.#runtime.open(path, "read");
      return readAll(file, path, maxBytes, size);
    });
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    return asked(path, () => {
      // For a file the runtimes report the same as for a path below a file.
      if (this.#runtime.info(path, true).kind !== "directory") {
        throw refusal("other", path, "not a directory");
      }
      return this.#runtime.readDirectory(path);
    });
  }

  async realPath(path: string): Promise<string> {
    return asked(path, () => this.#runtime.realPath(path));
  }

  async readLink(path: string): Promise<string> {
    return asked(path, () => this.#runtime.readLink(path));
  }

  async readStdin(maxBytes: number = DEFAULT_MAX_BYTES): Promise<Uint8Array> {
    return asked(
      STDIN_FILE,
      () => readAll(this.#runtime.stdin, STDIN_FILE, maxBytes, 0),
    );
  }

  async writeFile(path: string, bytes: Uint8Array): Promise<void> {
    asked(path, () => writeWhole(this.#runtime, path, bytes));
  }

  async openFile(path: string): Promise<OpenFile> {
    return asked(path, () => {
      // Opening a pipe could wait forever.
      if (this.#runtime.info(path, true).kind !== "file") {
        throw refusal("other", path, "it is not a regular file");
      }
      const file = this.#runtime.open(path, "read");
      return {
        inode: file.info().inode,
        read: async (maxBytes = DEFAULT_MAX_BYTES) =>
          asked(path, () => {
            file.rewind();
            return readAll(file, path, maxBytes, file.info().size);
          }),
        [Symbol.dispose]: () => file[Symbol.dispose](),
      };
    });
  }

  async createFile(
    path: string,
    bytes: Uint8Array,
    mode: number = 0o666,
  ): Promise<void> {
    asked(path, () => {
      using file = this.#runtime.open(path, "make", mode);
      try {
        writeAll(file, bytes);
      } catch (error) {
        this.#runtime.remove(path, false);
        throw error;
      }
    });
  }

  async makeDirectory(
    path: string,
    { mode = 0o777, parents = false }: MakeDirectoryOptions = {},
  ): Promise<void> {
    asked(path, () => this.#runtime.makeDirectory(path, { mode, parents }));
  }

  async rename(from: string, to: string): Promise<void> {
    asked(from, () => this.#runtime.rename(from, to));
  }

  async remove(
    path: string,
    { recursive = false }: { readonly recursive?: boolean } = {},
  ): Promise<void> {
    asked(path, () => this.#runtime.remove(path, recursive));
  }

  async sync(path: string): Promise<void> {
    asked(path, () => {
      const isDirectory = this.#runtime.info(path, true).kind === "directory";
      // Windows syncs names by itself and cannot open a directory.
      if (isDirectory && this.os() === "windows") return;
      using file = this.#runtime.open(path, isDirectory ? "read" : "change");
      file.sync();
    });
  }

  async lock(path: string): Promise<Disposable | undefined> {
    return asked(path, () => {
      for (;;) {
        const file = this.#runtime.open(path, "lock", 0o600);
        let isHeld = false;
        try {
          if (!file.tryLock()) return undefined;
          // The previous holder may have removed the file, and a lock on an
          // unnamed file excludes nobody.
          isHeld = this.#isAt(path, file);
          if (isHeld) {
            return { [Symbol.dispose]: () => file[Symbol.dispose]() };
          }
        } finally {
          if (!isHeld) file[Symbol.dispose]();
        }
      }
    });
  }

  async wait(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      if (ms > 0) setTimeout(resolve, ms);
      else onNextTurn(resolve);
    });
  }

  watch(
    paths: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<readonly string[]> {
    return this.#runtime.watch(paths, signal);
  }

  #info(path: string, followLinks: boolean): FileInfo | undefined {
    return asked(path, () => infoIfThere(this.#runtime, path, followLinks));
  }

  #isAt(path: string, file: RuntimeFile): boolean {
    // On Windows a file keeps its name while it is open.
    if (this.os() === "windows") return true;
    return this.#info(path, true)?.inode === file.info().inode;
  }
}

/** Sooner than a timer, which takes 2 ms in Deno. */
function onNextTurn(resolve: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    port2.close();
    resolve();
  };
  port2.postMessage(undefined);
}
