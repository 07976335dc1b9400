import { baseName } from "../base/file_path.ts";
import { type ScannedSource, scanSource } from "./scan_source.ts";
import type { LuaRoot, LuaSource } from "./lua_program.ts";
import type { System } from "../system/system.ts";
import { moduleDirectory } from "./module_directory.ts";
import { MAX_SOURCE_BYTES } from "./source_limits.ts";
import { unreadable } from "./unreadable.ts";

/** A profile with its local modules, and what it imports. */
export interface LoadedRoot {
  readonly root: LuaRoot;
  /** Selectors given to `profile.import` as literals, anywhere in it. */
  readonly imports: readonly string[];
  /** Whether it may import others, too. */
  readonly computedImport: boolean;
}

/**
 * Reads a profile file and every local module that it may require.
 *
 * @param entry absolute path of the profile file
 * @param prefix put before the names of chunks, as `user:night/`
 * @throws {ProfileError} when the file cannot be read, or a limit is reached
 */
export async function loadRoot(
  system: System,
  entry: string,
  prefix: string,
): Promise<LoadedRoot> {
  const source = await readEntry(system, entry, prefix);
  const directory = await moduleDirectory(system, source, prefix);
  const modules = new Map<string, LuaSource>();
  const moduleProblems = new Map<string, string>();
  const imports = new Set<string>();
  let computedRequire = false;
  let computedImport = false;

  const wanted: string[] = [];
  const seen = new Set<string>();
  function take(scanned: ScannedSource): void {
    for (const selector of scanned.imports) imports.add(selector);
    computedRequire ||= scanned.computedRequire;
    computedImport ||= scanned.computedImport;
    want(scanned.requires);
  }
  function want(names: readonly string[]): void {
    for (const name of names) {
      if (seen.has(name) || isHostModule(name)) continue;
      seen.add(name);
      wanted.push(name);
    }
  }

  take(scanSource(source.bytes));
  let walked = false;
  while (true) {
    // Only when literals are done: a program that names all is spared the walk.
    if (wanted.length === 0 && computedRequire && !walked) {
      walked = true;
      want(await directory.names());
    }
    const name = wanted.shift();
    if (name === undefined) break;
    const found = await directory.find(name);
    if (!found) continue;
    if ("problem" in found) moduleProblems.set(name, found.problem);
    else {
      modules.set(name, found);
      take(scanSource(found.bytes));
    }
  }
  return {
    root: { entry: source, modules, moduleProblems },
    imports: [...imports],
    computedImport,
  };
}

async function readEntry(
  system: System,
  path: string,
  prefix: string,
): Promise<LuaSource> {
  try {
    const bytes = await system.readFile(path, MAX_SOURCE_BYTES);
    return { chunk: prefix + baseName(path), bytes, file: path };
  } catch (error) {
    throw unreadable(path, error);
  }
}

function isHostModule(name: string): boolean {
  return name === "insomnia" || name.startsWith("insomnia.");
}
