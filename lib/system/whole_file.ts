import { directoryOf, isAbsolute, joinPath } from "../base/file_path.ts";

// How a file is written whole or not at all, in every runtime: into a file
// beside it that takes its place.

/** Without the name of the file, which may be as long as a name can be. */
const TEMPORARY = /^\.insomnia-profile\.[0-9a-f-]{36}\.tmp$/;

/** A new name for what is written in a folder. */
export function temporaryIn(folder: string): string {
  return `${folder}/.insomnia-profile.${crypto.randomUUID()}.tmp`;
}

/** Whether a name is one of {@linkcode temporaryIn}: left by a process that was killed, or in use. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

/** As many as an operating system follows. */
const MOST_LINKS = 40;

/**
 * The path that a link which leads to nothing means; any other as it is.
 *
 * @param readLink throws for what is no link
 */
export function endOfLinks(
  path: string,
  readLink: (path: string) => string,
): string {
  let target = path;
  for (let followed = 0; followed < MOST_LINKS; followed++) {
    let next: string;
    try {
      next = readLink(target);
    } catch {
      return target;
    }
    target = isAbsolute(next) ? next : joinPath(directoryOf(target), next);
  }
  return target;
}
