import { joinPath } from "../base/file_path.ts";
import type { System } from "../system/system.ts";
import type { PodFolder } from "./pod_folder.ts";
import { storeAsked, storeAskedFor } from "./store_refusal.ts";

// Only the user may read the store.
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** `.metadata.json.<uuid>.tmp`: what a process left that was killed. */
const TEMPORARY = /^\..+\.[0-9a-f-]{36}\.tmp$/;

/** Makes a folder of the store, and those above it, where they are not there. */
export async function makePodFolder(
  system: System,
  path: string,
): Promise<void> {
  await storeAsked(
    "make",
    system.makeDirectory(path, { mode: FOLDER_MODE, parents: true }),
  );
}

/**
 * Writes a file so that a crash at any moment leaves the old one or the new
 * one: a temporary file beside it, made durable, takes its name, and then the
 * name is made durable.
 *
 * @throws {ProfileError} `store-inaccessible`
 */
export async function writePodFile(
  system: System,
  folder: string,
  name: string,
  text: string,
): Promise<void> {
  const temporary = await writeTemporary(system, folder, name, text);
  await renameTemporary(system, temporary, folder, name);
}

/** The first half: the new content, durable, under a name of its own. */
export async function writeTemporary(
  system: System,
  folder: string,
  name: string,
  text: string,
): Promise<string> {
  const temporary = `${folder}/.${name}.${crypto.randomUUID()}.tmp`;
  const bytes = new TextEncoder().encode(text);
  await storeAsked("write", system.createFile(temporary, bytes, FILE_MODE));
  try {
    await storeAsked("write", system.sync(temporary));
  } catch (error) {
    await removeTemporary(system, temporary);
    throw error;
  }
  return temporary;
}

/** The second half: it takes the place of what has the name. */
export async function renameTemporary(
  system: System,
  temporary: string,
  folder: string,
  name: string,
): Promise<void> {
  try {
    await storeAsked(
      "write",
      system.rename(temporary, joinPath(folder, name)),
    );
  } catch (error) {
    await removeTemporary(system, temporary);
    throw error;
  }
  await storeAsked("write", system.sync(folder));
}

/** Removes a temporary file that is not used. It may be gone already. */
export async function removeTemporary(
  system: System,
  temporary: string,
): Promise<void> {
  try {
    await system.remove(temporary);
  } catch {
    // The next write to this folder removes it.
  }
}

/** Removes what killed processes left of a Pod. Only under its lock. */
export async function removeLeftovers(
  system: System,
  { path, history }: PodFolder,
): Promise<void> {
  for (const folder of [path, history]) {
    const entries = await storeAskedFor("list", system.readDirectory(folder));
    for (const { name } of entries ?? []) {
      if (!TEMPORARY.test(name)) continue;
      await removeTemporary(system, `${folder}/${name}`);
    }
  }
}
