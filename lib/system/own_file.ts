/**
 * The text of a file that belongs to this program, read as a file: half the
 * price of an import, which makes a module of it.
 *
 * @param url where the file is
 * @returns nothing where that is no file, or where reading it would need a
 * permission that was not given
 */
export function readOwnFile(url: string): string | undefined {
  if (!url.startsWith("file:")) return undefined;
  const path = new URL(url);
  // Without the permission Deno would prompt the user.
  const { state } = Deno.permissions.querySync({ name: "read", path });
  if (state !== "granted") return undefined;
  try {
    return Deno.readTextFileSync(path);
  } catch {
    // The caller falls back to an import, which reports the error.
    return undefined;
  }
}
