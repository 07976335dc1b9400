import { fileURLToPath } from "node:url";

/**
 * The absolute path of something in the repository, in the manner of this
 * operating system.
 *
 * @param path relative to the repository, with `/`
 */
export function repositoryPath(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
