import { baseName, joinPath } from "../base/file_path.ts";
import { type System, SystemError } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";
import { dataLanguageOf } from "../source/parse_data_profile.ts";
import { readsAsProfile } from "../source/reads_as_profile.ts";
import { MAX_SOURCE_BYTES } from "../source/source_limits.ts";
import { requiredModules } from "./required_modules.ts";

/** What a search leaves out. */
export interface FindProfileFilesOptions {
  /** Absolute paths of profiles that are known already. Default: none. */
  readonly except?: ReadonlySet<string>;
  /**
   * Told how many Lua profiles there can be, as soon as that is known and before
   * any file is read.
   */
  readonly onListed?: (atMost: number) => void;
  /**
   * Awaited after a Lua file is read that may turn out to be a profile, or a
   * module of a file that is read later.
   */
  readonly onRead?: (path: string) => Promise<void>;
}

/**
 * Finds what looks like a profile below a folder: `.lua` files, and `.json` and
 * `.toml` files with a `model`. Left out are helpers (a name that begins with
 * `_`), local modules (what another file requires by a literal name), whole
 * manifests, `node_modules`, and folders that begin with a dot, but for
 * `.insomnia`. Links to folders are not followed.
 *
 * @param folder absolute
 * @returns absolute paths, sorted
 * @throws {SystemError} when the folder cannot be read
 *
 * @example
 * ```ts
 * import { findProfileFiles, memorySystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const system = memorySystem({
 *   files: {
 *     "/ws/coder.lua": `return { model = require("shared") }`,
 *     "/ws/shared.lua": `return "codex-oauth/gpt-5.5"`,
 *     "/ws/package.json": "{}",
 *   },
 * });
 * assert.deepEqual(await findProfileFiles("/ws", system), ["/ws/coder.lua"]);
 * ```
 */
export async function findProfileFiles(
  folder: string,
  system: System,
  { except = new Set(), onListed, onRead }: FindProfileFilesOptions = {},
): Promise<readonly string[]> {
  const files = await filesBelow(folder, system);
  const wanted = files.filter((path) =>
    !except.has(path) && !baseName(path).startsWith("_")
  );
  onListed?.(wanted.filter((path) => path.endsWith(".lua")).length);
  if (wanted.length === 0) return [];
  const candidates = new Set(wanted);
  const modules = await requiredModules(
    files.filter((path) => path.endsWith(".lua")),
    system,
    (path) => candidates.has(path) ? onRead?.(path) : undefined,
  );
  const found: string[] = [];
  for (const path of wanted) {
    const language = dataLanguageOf(path);
    const isProfile = language === undefined
      ? !modules.has(path)
      : await isDataProfile(path, system);
    if (isProfile) found.push(path);
  }
  return found.sort((a, b) => a < b ? -1 : 1);
}

async function filesBelow(top: string, system: System): Promise<string[]> {
  const files: string[] = [];
  const folders = [top];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    for (const { name, kind } of await entriesOf(folder, top, system)) {
      const path = joinPath(folder, name);
      if (kind === "directory") {
        if (isSearched(name)) folders.push(path);
      } else if (name.endsWith(".lua") || dataLanguageOf(name) !== undefined) {
        const real = kind === "link"
          ? await unlessRefused(() => system.stat(path))
          : kind;
        if (real === "file") files.push(path);
      }
    }
  }
  return files;
}

function isSearched(name: string): boolean {
  return name === ".insomnia" ||
    (!name.startsWith(".") && name !== "node_modules");
}

/** A folder below that cannot be read has no profiles. */
async function entriesOf(folder: string, top: string, system: System) {
  try {
    return await system.readDirectory(folder);
  } catch (error) {
    if (error instanceof SystemError && folder !== top) return [];
    throw error;
  }
}

async function isDataProfile(path: string, system: System): Promise<boolean> {
  return await unlessRefused(async () => {
    const bytes = await system.readFile(path, MAX_SOURCE_BYTES);
    return await readsAsProfile(bytes, dataLanguageOf(path)!);
  }, false);
}
