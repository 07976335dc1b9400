/**
 * Whether a text is an absolute path: `/...`, or `C:/...` and `C:\...` on
 * Windows. NUL is in no path.
 */
export function isAbsolutePath(text: string): boolean {
  return /^(?:\/|[A-Za-z]:[/\\])/.test(text) && !text.includes("\0");
}
