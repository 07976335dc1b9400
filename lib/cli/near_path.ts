/**
 * A path as it is shown: from the current directory where it lies below that,
 * which itself is `.`.
 *
 * @param cwd left out: in full
 */
export function nearPath(path: string, cwd: string | undefined): string {
  if (path === cwd) return ".";
  return cwd !== undefined && path.startsWith(`${cwd}/`)
    ? path.slice(cwd.length + 1)
    : path;
}
