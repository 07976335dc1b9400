/**
 * The files at and below some paths of the repository, sorted, relative to it.
 * What does not exist is left out.
 */
export async function listFiles(
  root: string,
  paths: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    try {
      const { isDirectory } = await Deno.stat(`${root}/${path}`);
      if (!isDirectory) found.push(path);
      else for await (const file of walk(root, path)) found.push(file);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  return found.sort();
}

async function* walk(root: string, folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(`${root}/${folder}`)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* walk(root, path);
    else yield path;
  }
}
