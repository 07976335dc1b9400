import type { ResolverSession } from "../base/resolver_session.ts";
import { failure } from "../base/profile_error.ts";
import { encodingProblem, foreignEncoding, SAVE_AS_UTF8 } from "./encoding.ts";
import { baseName } from "../base/file_path.ts";
import { type ScannedSource, scanSource } from "./scan_source.ts";
import type { LuaRoot, LuaSource, ModuleHint } from "./lua_program.ts";
import type { System } from "../system/system.ts";
import type { Territory } from "../trust/territory.ts";
import { ModuleDirectory } from "./module_directory.ts";
import { moduleRule } from "./module_rule.ts";
import type { SourceBudget } from "./source_budget.ts";
import { type NamedSource, readSource } from "./read_source.ts";

/** A profile with its local modules, and what it imports. */
export interface LoadedRoot {
  readonly root: LuaRoot;
  /** Selectors given to `profile.import` as literals, anywhere in it. */
  readonly imports: readonly string[];
  /** Whether it may import others, too. */
  readonly computedImport: boolean;
}

/** What a root is read by. */
export interface LoadRootOptions {
  /** Put before the names of chunks, as `user:night/`. */
  readonly prefix: string;
  readonly territory: Territory;
  /** What all sources of the evaluation take from. */
  readonly budget: SourceBudget;
  /** Keeps what was found in a source: profiles share their modules. */
  readonly session: ResolverSession;
}

/** Missing modules that are looked for under other names: the first ends an evaluation. */
const MOST_HINTS = 20;

/**
 * Reads a profile file and every local module that it may require.
 *
 * @param entry the profile file, and who named it
 * @throws {ProfileError} when the file cannot be read, or a limit is reached
 */
export async function loadRoot(
  system: System,
  entry: NamedSource,
  { prefix, territory, budget, session }: LoadRootOptions,
): Promise<LoadedRoot> {
  const { bytes, real, throughLink } = await readSource(
    system,
    entry,
    territory,
  );
  const file = entry.path;
  const encoding = foreignEncoding(bytes);
  if (encoding !== undefined) {
    const { message, line, column } = encodingProblem(encoding, bytes);
    throw failure("source-encoding", `cannot read \`${file}\`: ${message}`, {
      source: { file, line, column, length: 1 },
      help: SAVE_AS_UTF8,
    });
  }
  const source = {
    chunk: prefix + baseName(file),
    bytes,
    file,
    ...throughLink && { throughLink },
  };
  const directory = await ModuleDirectory.open(system, source, {
    prefix,
    follow: moduleRule(system, { ...entry, real }, territory),
    budget,
    session,
  });
  const modules = new Map<string, LuaSource>();
  const moduleProblems = new Map<string, string>();
  const moduleHints = new Map<string, ModuleHint>();
  const imports = new Set<string>();
  let computedRequire = false;
  let computedImport = false;
  let repeatsKeys = false;
  let unread: string | undefined;

  const wanted: string[] = [];
  const seen = new Set<string>();
  function take(scanned: ScannedSource): void {
    for (const selector of scanned.imports) imports.add(selector);
    computedRequire ||= scanned.computedRequire;
    computedImport ||= scanned.computedImport;
    repeatsKeys ||= scanned.repeatedKeys.length > 0;
    want(scanned.requires);
  }
  function want(names: readonly string[]): void {
    for (const name of names) {
      if (seen.has(name) || isHostModule(name)) continue;
      seen.add(name);
      wanted.push(name);
    }
  }

  take(session.once(scanSource, source.bytes));
  let walked = false;
  for (let at = 0;; at++) {
    // Only when literals are done: a program that names all is spared the walk.
    if (at === wanted.length && computedRequire && !walked) {
      walked = true;
      const { names, excess } = await directory.names();
      unread = excess;
      want(names);
    }
    if (at === wanted.length) break;
    const name = wanted[at]!;
    const found = await directory.find(name);
    if (!found) {
      if (moduleHints.size < MOST_HINTS) {
        moduleHints.set(name, await directory.hint(name));
      }
      continue;
    }
    if ("excess" in found) {
      // The rest may never be asked for.
      unread ??= found.excess;
      break;
    }
    if ("problem" in found) moduleProblems.set(name, found.problem);
    else {
      modules.set(name, found);
      take(session.once(scanSource, found.bytes));
    }
  }
  return {
    root: {
      entry: source,
      modules,
      moduleProblems,
      ...moduleHints.size > 0 && { moduleHints },
      ...unread !== undefined && { unread },
      repeatsKeys,
    },
    imports: [...imports],
    computedImport,
  };
}

function isHostModule(name: string): boolean {
  return name === "insomnia" || name.startsWith("insomnia.");
}
