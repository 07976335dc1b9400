import { delegatingSystem } from "../../system/delegating_system.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import { type System, SystemError } from "../../system/system.ts";
import { unlessRefused } from "../../system/unless_refused.ts";

/** A call of a System, with its answer in a form that can be compared. */
interface Question {
  readonly name: Asked;
  readonly path: string;
  readonly ask: () => Promise<unknown>;
  readonly answer: Answer;
}

/** Methods whose answer depends on the files. */
const ASKED = [
  "stat",
  "fileInfo",
  "readFile",
  "readDirectory",
  "realPath",
] as const;
type Asked = typeof ASKED[number];

/** Of a file its bytes, of anything else the JSON; `undefined`: nothing is there. */
type Answer = string | Uint8Array | undefined;

/** A System that remembers what it was asked, and what the answers were. */
export interface NotingSystem extends System {
  /** How many files were read. */
  filesRead(): number;
  /**
   * Folders in which a change can change an answer: of what was read, of what
   * is not there yet, and of a folder's list. Those above `root` only where
   * something in them was read: a search for a project passes through them.
   *
   * @param root absolute
   */
  folders(root: string): Promise<readonly string[]>;
  /** Repeats every call. Returns the paths whose answer has changed. */
  changed(): Promise<readonly string[]>;
}

/**
 * A system that notes every question about files, so that one can see later
 * whether the answers still hold. What was read is compared, no date and no
 * size: a file that is only touched is the same, one that was replaced is not.
 */
export function notingSystem(world: System): NotingSystem {
  const questions = new Map<string, Question>();

  /** The method of that name, which notes its calls. */
  const noting =
    (name: Asked) =>
    async (path: string, ...rest: unknown[]): Promise<unknown> => {
      const method = world[name] as (...words: unknown[]) => Promise<unknown>;
      const ask = () => method.call(world, path, ...rest);
      const { answer, result } = await answerOf(ask);
      questions.set(JSON.stringify([name, path, ...rest]), {
        name,
        path,
        ask,
        answer,
      });
      return await result();
    };

  return {
    ...delegatingSystem(
      world,
      Object.fromEntries(ASKED.map((name) => [name, noting(name)])),
    ),
    filesRead: () =>
      questions.values().filter(({ answer }) => answer instanceof Uint8Array)
        .reduce((count) => count + 1, 0),
    folders: (root) => foldersOf([...questions.values()], root, world),
    async changed() {
      const changed = new Set<string>();
      for (const { path, ask, answer: before } of questions.values()) {
        const { answer } = await answerOf(ask);
        if (!isSame(answer, before)) changed.add(path);
      }
      return [...changed];
    },
  };
}

/** The answer in the form to compare, and as it is returned. */
async function answerOf(ask: () => Promise<unknown>): Promise<{
  readonly answer: Answer;
  readonly result: () => unknown;
}> {
  try {
    const value = await ask();
    return { answer: comparable(value), result: () => value };
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    const { kind, message } = error;
    return {
      answer: kind === "not-found" ? undefined : `${kind}: ${message}`,
      result: () => {
        throw error;
      },
    };
  }
}

function comparable(value: unknown): Answer {
  if (value === undefined || value instanceof Uint8Array) return value;
  // Size and inode are left out: saving often makes a new file, and the content
  // is compared anyway.
  return JSON.stringify(
    value,
    (key, value) => key === "size" || key === "inode" ? undefined : value,
  );
}

/** What `stat` says of one, or `fileInfo`. */
function isDirectory(answer: Answer): boolean {
  return typeof answer === "string" && /"directory"/.test(answer);
}

function isSame(a: Answer, b: Answer): boolean {
  if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return a === b;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

async function foldersOf(
  questions: readonly Question[],
  root: string,
  world: System,
): Promise<readonly string[]> {
  const wanted = new Set<string>();
  for (const { name, path, answer } of questions) {
    const folder = above(path);
    if (answer instanceof Uint8Array) {
      wanted.add(folder);
      // If the file is a link, the file that is edited is elsewhere.
      wanted.add(above(await unlessRefused(() => world.realPath(path), path)));
    } else if (name === "readDirectory") {
      wanted.add(path);
    } else if (
      name !== "realPath" && !isDirectory(answer) && !isAbove(folder, root)
    ) {
      wanted.add(folder);
    }
  }
  const folders = new Set<string>();
  for (const path of wanted) {
    const folder = await nearest(path, root, world);
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders].sort();
}

/** The folder, or within `root` the one that it would be made in. */
async function nearest(
  path: string,
  root: string,
  world: System,
): Promise<string | undefined> {
  for (let folder = path;; folder = above(folder)) {
    const kind = await unlessRefused(() => world.stat(folder));
    if (kind === "directory") return folder;
    if (!isAbove(root, folder)) return undefined;
  }
}

function isAbove(folder: string, path: string): boolean {
  return folder !== path && path.startsWith(folder.replace(/\/?$/, "/"));
}

function above(path: string): string {
  return pathAsTyped(path, "..");
}
