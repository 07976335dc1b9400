import { failure, ProfileError } from "../../base/profile_error.ts";
import { nameMeanings } from "../../registry/name_meanings.ts";
import type { ProfileRegistry } from "../../registry/profile_registry.ts";
import type { ProfileSelector } from "../../selector/profile_selector.ts";
import {
  REGISTRY_SOURCES,
  type RegistrySource,
} from "../../selector/profile_selector.ts";
import {
  findProfileFiles,
  type FindProfileFilesOptions,
} from "../../api/find_profile_files.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import { type System, SystemError } from "../../system/system.ts";
import { unlessRefused } from "../../system/unless_refused.ts";
import { typedSelector } from "../typed_selector.ts";

/** One profile to check. */
export interface CheckSubject {
  /** Its name in the report: as it was typed, or qualified. */
  readonly name: string;
  readonly selector: ProfileSelector;
  /** Its file if a search found it: it may turn out to be a module. */
  readonly found?: string;
}

/** A word that means no profile. */
export interface UnreadableWord {
  readonly name: string;
  readonly error: ProfileError;
}

/** What the words of a `check` mean. */
export interface CheckChoice {
  /** In the order of the words, each profile once. */
  readonly subjects: readonly (CheckSubject | UnreadableWord)[];
  /** Registries of which everything is checked, their own problems too. */
  readonly sources: readonly RegistrySource[];
}

/** Who is told while a search goes on. */
export type CheckSearch = Required<Omit<FindProfileFilesOptions, "except">>;

/**
 * Finds out what to check: without a word every profile of every registry;
 * `project:` all of one registry; `.` those of the project's and what it does
 * not name; a folder what is below it; anything else one profile.
 */
export async function chooseSubjects(
  words: readonly string[],
  registry: ProfileRegistry,
  system: System,
  progress: CheckSearch,
): Promise<CheckChoice> {
  if (words.length === 0) {
    progress.onListed(registry.entries.length);
    return {
      subjects: REGISTRY_SOURCES.flatMap((source) =>
        entriesOf(source, registry)
      ),
      sources: REGISTRY_SOURCES,
    };
  }
  const chosen: (CheckSubject | UnreadableWord)[] = [];
  const sources = new Set<RegistrySource>();
  for (const word of words) {
    try {
      const source = word === "." ? "project" : sourceNamed(word);
      if (source) sources.add(source);
      const named = await subjectsOf(word, registry, system, progress);
      for (const subject of named) {
        chosen.push(subject);
      }
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      chosen.push({ name: word, error });
    }
  }
  return { subjects: withoutRepeats(chosen), sources: [...sources] };
}

/** `project:` without a name behind it is the whole registry. */
function sourceNamed(word: string): RegistrySource | undefined {
  return REGISTRY_SOURCES.find((source) => word === `${source}:`);
}

async function subjectsOf(
  word: string,
  registry: ProfileRegistry,
  system: System,
  progress: CheckSearch,
): Promise<CheckSubject[]> {
  const source = sourceNamed(word);
  if (source) {
    progress.onListed(registry.entries.length);
    return wholeRegistry(source, registry);
  }
  if (word === ".") {
    const registered = entriesOf("project", registry);
    const found = await foundIn(".", system.cwd(), registry, system, progress);
    if (registered.length + found.length === 0) throw noProfile(".");
    return [...registered, ...found];
  }
  const selector = typedSelector(word, system.cwd());
  const folder = folderMeant(selector, registry, system);
  // What cannot be looked at is reported when it is read.
  const kind = folder && await unlessRefused(() => system.stat(folder));
  if (folder === undefined || kind !== "directory") {
    return [{ name: word, selector }];
  }
  const found = await foundIn(word, folder, undefined, system, progress);
  if (found.length === 0) throw noProfile(word);
  return found;
}

/** A path, or a word that no profile has as its name: `check profiles`. */
function folderMeant(
  selector: ProfileSelector,
  registry: ProfileRegistry,
  system: System,
): string | undefined {
  if (selector.kind === "path") return selector.path;
  return selector.kind === "name" &&
      nameMeanings(selector.name, registry).length === 0
    ? pathAsTyped(system.cwd(), selector.name)
    : undefined;
}

function wholeRegistry(
  source: RegistrySource,
  registry: ProfileRegistry,
): CheckSubject[] {
  const file = registry.files.find((file) => file.source === source);
  if (source === "builtin" || file) return entriesOf(source, registry);
  throw failure(
    "profile-missing",
    `there is no ${source} registry to check`,
    {
      help: source === "user"
        ? "it is `profiles.toml` in the config directory"
        : "it is `.insomnia/profiles.toml` at or above the workspace; `insomnia-profile init` makes one",
    },
  );
}

function entriesOf(
  source: RegistrySource,
  { entries }: ProfileRegistry,
): CheckSubject[] {
  return entries
    .filter((entry) => entry.source === source && entry.status === "ok")
    .map(({ qualifiedName, name }) => ({
      name: qualifiedName,
      selector: { kind: "registry", source, name },
    }));
}

/** @param registry whose project profiles are left out, as they have a name */
async function foundIn(
  word: string,
  folder: string,
  registry: ProfileRegistry | undefined,
  system: System,
  progress: CheckSearch,
): Promise<CheckSubject[]> {
  const except = new Set(
    registry?.entries.filter(({ source }) => source === "project")
      .map(({ path }) => path),
  );
  const prefix = word === "."
    ? ""
    : `${word.replace(/(?<![\\/])[\\/]+$/, "")}/`;
  const below = folder.endsWith("/") ? folder : `${folder}/`;
  const files = await search(word, folder, system, {
    except,
    ...progress,
  });
  return files.map((path) => ({
    name: prefix + path.slice(below.length),
    selector: { kind: "path", path },
    found: path,
  }));
}

async function search(
  word: string,
  folder: string,
  system: System,
  options: FindProfileFilesOptions,
): Promise<readonly string[]> {
  try {
    return await findProfileFiles(folder, system, options);
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw failure(
      "file-unreadable",
      `cannot read the folder \`${word}\`: ${error.message}`,
    );
  }
}

function noProfile(word: string): ProfileError {
  return failure(
    "profile-missing",
    `there is no profile in the folder \`${word}\``,
    {
      help:
        "a profile is a .lua file, or a .json or .toml file with a `model`; `_` before a name hides it, and what another file requires is a module",
    },
  );
}

function withoutRepeats(
  chosen: readonly (CheckSubject | UnreadableWord)[],
): readonly (CheckSubject | UnreadableWord)[] {
  const all = new Map<string, CheckSubject | UnreadableWord>();
  for (const subject of chosen) {
    const key = "selector" in subject
      ? JSON.stringify(subject.selector)
      : `word ${subject.name}`;
    const before = all.get(key);
    // A file that was found and is also named counts as named.
    if (before === undefined || !("found" in subject)) {
      all.set(key, { ...subject, name: before?.name ?? subject.name });
    }
  }
  return [...all.values()];
}
