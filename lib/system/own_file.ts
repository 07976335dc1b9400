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
  // To read without it would make Deno ask the person.
  const { state } = Deno.permissions.querySync({ name: "read", path });
  if (state !== "granted") return undefined;
  try {
    return Deno.readTextFileSync(path);
  } catch {
    // The import says what is wrong with it.
    return undefined;
  }
}
