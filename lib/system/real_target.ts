import { baseName, directoryOf, joinPath } from "../base/file_path.ts";

/**
 * The real path of what may not be there: below the real path of the nearest
 * folder above it that is.
 *
 * @param path absolute
 * @param realPath nothing where nothing is at a path
 */
export async function realTarget(
  path: string,
  realPath: (path: string) => Promise<string | undefined>,
): Promise<string> {
  const real = await realPath(path);
  const above = directoryOf(path);
  if (real !== undefined || above === path) return real ?? path;
  return joinPath(await realTarget(above, realPath), baseName(path));
}
