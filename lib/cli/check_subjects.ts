import { failure } from "../base/profile_error.ts";
import type { ProfileRegistry } from "../registry/profile_registry.ts";
import type { ProfileSelector } from "../selector/profile_selector.ts";
import { type System, SystemError } from "../system/system.ts";
import { typedSelector } from "./typed_selector.ts";

/** One profile to check. */
export interface CheckSubject {
  /** How it is called in the report: as it was typed, or its qualified name. */
  readonly name: string;
  readonly selector: ProfileSelector;
}

/** Every profile of the registry that can be selected. */
export function everyProfile(registry: ProfileRegistry): CheckSubject[] {
  return registry.entries
    .filter(({ status }) => status === "ok")
    .map(({ qualifiedName, source, name }) => ({
      name: qualifiedName,
      selector: { kind: "registry", source, name },
    }));
}

/**
 * What a word of `check` means: a profile, or every profile in a folder.
 *
 * @throws {ProfileError} when it cannot be a selector, or a folder has none
 */
export async function subjectsOf(
  word: string,
  system: System,
): Promise<CheckSubject[]> {
  const selector = typedSelector(word, system);
  if (
    selector.kind !== "path" ||
    await system.stat(selector.path) !== "directory"
  ) return [{ name: word, selector }];
  const names = await profileFiles(selector.path, system);
  if (names.length === 0) {
    throw failure(
      "profile-missing",
      `there is no profile in the folder \`${word}\``,
      { help: "a profile is a .lua or .json file; `_` before a name hides it" },
    );
  }
  const folder = word.replace(/[\\/]*$/, "");
  return names.map((name) => ({
    name: `${folder}/${name}`,
    selector: { kind: "path", path: `${selector.path}/${name}` },
  }));
}

/** A name that begins with `_` is a helper's, never a profile's. */
async function profileFiles(folder: string, system: System): Promise<string[]> {
  const found: string[] = [];
  for (const { name, kind } of await readFolder(folder, system)) {
    if (name.startsWith("_") || !/\.(lua|json)$/.test(name)) continue;
    const real = kind === "link"
      ? await system.stat(`${folder}/${name}`)
      : kind;
    if (real === "file") found.push(name);
  }
  return found.sort((a, b) => a < b ? -1 : 1);
}

async function readFolder(folder: string, system: System) {
  try {
    return await system.readDirectory(folder);
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw failure(
      "file-unreadable",
      `cannot read the folder \`${folder}\`: ${error.message}`,
    );
  }
}
