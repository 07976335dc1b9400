import { helpText } from "../base/diagnostic_help.ts";
import type { JsonValue } from "../base/json.ts";
import { ProfileError } from "../base/profile_error.ts";
import {
  type ResolverSession,
  SHARED_SESSION,
} from "../base/resolver_session.ts";
import { scanSource } from "./scan_source.ts";
import type { LuaImport, LuaProgram } from "./lua_program.ts";
import type {
  ProfileEntry,
  ProfileRegistry,
} from "../registry/profile_registry.ts";
import {
  type ChosenProfile,
  selectProfile,
} from "../registry/select_profile.ts";
import { profileText } from "../resources/builtin_resources.ts";
import { parseSelector } from "../selector/parse_selector.ts";
import type { System } from "../system/system.ts";
import type { Territory } from "../trust/territory.ts";
import { type LoadedRoot, loadRoot } from "./load_root.ts";
import {
  type DataLanguage,
  dataLanguageOf,
  parseDataProfile,
} from "./parse_data_profile.ts";
import { readSource } from "./read_source.ts";
import { type SourceBudget, sourceBudget } from "./source_budget.ts";

/** A chosen profile that is a file. */
export type ChosenFile = Exclude<ChosenProfile, { readonly kind: "stdin" }>;

/**
 * Reads everything that evaluating a Lua profile may need, before it begins:
 * the file, its local modules, and the profiles that any of them imports, with
 * theirs. Afterwards nothing has to be read any more.
 *
 * What the profile may turn out not to need (an import that cannot be resolved)
 * is recorded, not thrown.
 *
 * @throws {ProfileError} when the profile itself cannot be read, or it or its
 * modules are beyond a limit
 */
export async function loadProgram(
  chosen: ChosenFile,
  registry: ProfileRegistry,
  system: System,
  session: ResolverSession = SHARED_SESSION,
): Promise<LuaProgram> {
  const around: Surroundings = {
    system,
    territory: registry.territory ?? {},
    budget: sourceBudget(),
    session,
  };
  const main = chosen.kind === "registry"
    ? await loadEntry(chosen.entry, "", around)
    : await loadRoot(system, { path: chosen.path, namedBy: "typed" }, {
      ...around,
      prefix: "",
    });
  const imports = new Map<string, LuaImport>();
  const roots = new Map<string, LoadedImport>();
  let unreadImports: string | undefined;

  const waiting = new Set(selectorsOf(main, registry));
  // A set goes on with what is added to it meanwhile.
  for (const text of waiting) {
    const entry = entryOf(text, registry);
    if ("problem" in entry) {
      imports.set(text, entry);
      continue;
    }
    const name = entry.qualifiedName;
    const loaded = roots.get(name) ?? await loadImport(entry, around);
    roots.set(name, loaded);
    if ("excess" in loaded) {
      unreadImports = loaded.excess;
      break;
    }
    imports.set(text, loaded.value);
    if (!loaded.root) continue;
    for (const more of selectorsOf(loaded.root, registry)) waiting.add(more);
  }
  return {
    ...main.root,
    imports,
    ...unreadImports !== undefined && { unreadImports },
  };
}

/** What every root of a program is read by. */
interface Surroundings {
  readonly system: System;
  readonly territory: Territory;
  readonly budget: SourceBudget;
  readonly session: ResolverSession;
}

type LoadedImport =
  | {
    readonly value: LuaImport;
    /** Absent when it is data, or cannot be read. */
    readonly root?: LoadedRoot;
  }
  /** What is beyond the limit with it. */
  | { readonly excess: string };

async function loadImport(
  entry: ProfileEntry,
  around: Surroundings,
): Promise<LoadedImport> {
  const name = entry.qualifiedName;
  try {
    const language = dataLanguageOf(entry.path);
    if (language) {
      const data = await loadData(entry, language, around);
      const excess = around.budget.take(data.bytes);
      return excess === undefined ? { value: { name, ...data } } : { excess };
    }
    const root = await loadEntry(entry, `${name}/`, around);
    const excess = entry.source === "builtin"
      ? undefined
      : around.budget.take(root.root.entry.bytes);
    return excess === undefined
      ? { value: { name, root: root.root }, root }
      : { excess };
  } catch (error) {
    return { value: problemOf(error) };
  }
}

/** A builtin profile is taken from this program only, and has no local modules. */
async function loadEntry(
  entry: ProfileEntry,
  prefix: string,
  around: Surroundings,
): Promise<LoadedRoot> {
  const { source, path } = entry;
  if (source !== "builtin") {
    const named = { path, namedBy: source };
    return await loadRoot(around.system, named, { ...around, prefix });
  }
  const text = await profileText(entry.name);
  if (text === undefined) {
    throw new Error(`no source of ${entry.qualifiedName}`);
  }
  const bytes = new TextEncoder().encode(text);
  const { imports, computedImport } = scanSource(bytes);
  const chunk = `${prefix}${entry.name}.lua`;
  return {
    root: { entry: { chunk, bytes, file: entry.path }, modules: new Map() },
    imports,
    computedImport,
  };
}

async function loadData(
  { path, source }: ProfileEntry,
  language: DataLanguage,
  { system, territory }: Surroundings,
): Promise<
  {
    readonly data: JsonValue;
    readonly bytes: Uint8Array;
    readonly file: string;
  }
> {
  if (source === "builtin") throw new TypeError("a builtin profile is Lua");
  const { bytes } = await readSource(
    system,
    { path, namedBy: source },
    territory,
  );
  const data = await parseDataProfile(bytes, path, language);
  return { data, bytes, file: path };
}

/** Everything a profile may import; of computed selectors all that exist. */
function selectorsOf(loaded: LoadedRoot, registry: ProfileRegistry): string[] {
  if (!loaded.computedImport) return [...loaded.imports];
  const all = registry.entries
    .filter(({ status }) => status === "ok")
    .flatMap(({ name, qualifiedName }) => [qualifiedName, name]);
  return [...loaded.imports, "default", ...all];
}

function entryOf(
  text: string,
  registry: ProfileRegistry,
): ProfileEntry | { readonly problem: string } {
  try {
    const selector = parseSelector(text);
    if (selector.kind === "path" || selector.kind === "stdin") {
      return {
        problem:
          "only a profile of a registry can be imported; a file beside this one is a module, for `require`",
      };
    }
    // There is no path to choose, so that it does not matter relative to what.
    const chosen = selectProfile(selector, registry, {
      base: "/",
      registryOnly: true,
      aliases: false,
    });
    if (chosen.kind !== "registry") throw new TypeError("chose no entry");
    return chosen.entry;
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): { readonly problem: string } {
  if (!(error instanceof ProfileError)) throw error;
  // Not an error of the profile, nor one that it may catch.
  if (error.code === "builtin-damaged") throw error;
  const help = helpText(error.diagnostics[0]!);
  return { problem: error.message + (help === undefined ? "" : `; ${help}`) };
}
