/**
 * A path as it is shown: from the current directory where it lies below that.
 *
 * @param cwd left out: in full
 */
export function nearPath(path: string, cwd: string | undefined): string {
  return cwd !== undefined && path.startsWith(`${cwd}/`)
    ? path.slice(cwd.length + 1)
    : path;
}
