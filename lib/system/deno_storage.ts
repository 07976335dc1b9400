// The part of the real System that changes files, as `deno_system.ts` is the
// one that reads them. Synchronous calls behind asynchronous methods, too.
// deno-lint-ignore-file require-await
import { DEFAULT_MAX_BYTES, readAll, writeAll } from "./deno_bytes.ts";
import { asked, fromNative } from "./deno_refusal.ts";
import { type OpenFile, refusal, type System, SystemError } from "./system.ts";

/** What the real System does to files. */
export const DENO_STORAGE: Pick<
  System,
  | "openFile"
  | "createFile"
  | "makeDirectory"
  | "rename"
  | "remove"
  | "sync"
  | "lock"
  | "wait"
  | "watch"
> = {
  async openFile(path) {
    return asked(path, () => {
      // To open a pipe would be to wait for ever.
      if (!Deno.statSync(path).isFile) {
        throw refusal("other", path, "it is not a regular file");
      }
      return openFile(path, Deno.openSync(path));
    });
  },

  async createFile(path, bytes, mode = 0o666) {
    asked(path, () => {
      const file = Deno.openSync(path, { write: true, createNew: true, mode });
      try {
        writeAll(file, bytes);
      } catch (error) {
        Deno.removeSync(path);
        throw error;
      } finally {
        file.close();
      }
    });
  },

  async makeDirectory(path, { mode = 0o777, parents = false } = {}) {
    asked(path, () => Deno.mkdirSync(path, { mode, recursive: parents }));
  },

  async rename(from, to) {
    asked(from, () => Deno.renameSync(from, to));
  },

  async remove(path, { recursive = false } = {}) {
    asked(path, () => Deno.removeSync(path, { recursive }));
  },

  async sync(path) {
    asked(path, () => {
      const { isDirectory } = Deno.statSync(path);
      // Windows keeps names by itself and does not open a directory.
      if (isDirectory && onWindows()) return;
      using file = Deno.openSync(path, { read: true, write: !isDirectory });
      file.syncSync();
    });
  },

  async lock(path) {
    return asked(path, () => {
      for (;;) {
        const file = Deno.openSync(path, {
          read: true,
          write: true,
          create: true,
          mode: 0o600,
        });
        try {
          if (!("tryLockSync" in file)) {
            throw new SystemError(
              "unsupported",
              path,
              "this version of Deno knows no locks that do not wait",
            );
          }
          if (!file.tryLockSync(true)) {
            file.close();
            return undefined;
          }
          // Whoever had it may have removed the file: a lock on what has no
          // name keeps nobody out.
          if (isAt(path, file)) {
            return { [Symbol.dispose]: () => file.close() };
          }
        } catch (error) {
          file.close();
          throw error;
        }
        file.close();
      }
    });
  },

  async wait(ms) {
    await new Promise((resolve) => setTimeout(resolve, ms));
  },

  async *watch(paths, signal) {
    const [first = ""] = paths;
    if (signal.aborted) return;
    const watcher = asked(
      first,
      () => Deno.watchFs([...paths], { recursive: false }),
    );
    const stop = () => watcher.close();
    signal.addEventListener("abort", stop);
    try {
      for await (const { kind, paths: changed } of watcher) {
        if (kind !== "access") yield changed.map(fromNative);
      }
    } finally {
      signal.removeEventListener("abort", stop);
      if (!signal.aborted) watcher.close();
    }
  },
};

function openFile(path: string, file: Deno.FsFile): OpenFile {
  return {
    inode: inodeOf(file.statSync()),
    async read(maxBytes = DEFAULT_MAX_BYTES) {
      return asked(path, () => {
        file.seekSync(0, Deno.SeekMode.Start);
        return readAll(file, path, maxBytes, file.statSync().size);
      });
    },
    [Symbol.dispose]: () => file.close(),
  };
}

/** Device and number: a number alone is unique on one disk only. */
export function inodeOf({ dev, ino }: Deno.FileInfo): string | undefined {
  return ino === null ? undefined : `${dev}:${ino}`;
}

function isAt(path: string, file: Deno.FsFile): boolean {
  // Windows does not let go of a name while the file is open.
  if (onWindows()) return true;
  try {
    return inodeOf(Deno.statSync(path)) === inodeOf(file.statSync());
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Asked when it matters: the library loads where there is no Deno, too. */
function onWindows(): boolean {
  return Deno.build.os === "windows";
}
