import { joinPath } from "../../base/file_path.ts";
import type { Skills } from "../../schema/skills.ts";

/** The skills section with every directory absolute. */
export function skills(
  written: Skills | undefined,
  directory: string,
): Skills | undefined {
  return written && {
    directories: written.directories.map((path) => joinPath(directory, path)),
  };
}
