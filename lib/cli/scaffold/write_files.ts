import { failure } from "../../base/profile_error.ts";
import { refusalCode, type System, SystemError } from "../../system/system.ts";

/** The result of a file. */
export interface WrittenFile {
  /** Its path in the project. */
  readonly path: string;
  /** `kept`: it was there, and is as it was; `same`: it had this text. */
  readonly became: "written" | "kept" | "same";
}

/**
 * Writes files that are not there yet. One that is there is never changed,
 * unless it is the program's own.
 *
 * @param files texts by their path in `folder`
 * @param folder absolute
 * @param owned whether the files are the program's own, and written anew
 * @throws {ProfileError} `file-unwritable`, `permission-missing`
 */
export async function writeFiles(
  files: Readonly<Record<string, string>>,
  folder: string,
  system: System,
  { owned }: { readonly owned: boolean },
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const [path, text] of Object.entries(files)) {
    try {
      written.push({
        path,
        became: await writeOne(`${folder}/${path}`, text, system, owned),
      });
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      throw failure(
        refusalCode(error, "file-unwritable"),
        `cannot write \`${folder}/${path}\`: ${error.message}`,
      );
    }
  }
  return written;
}

async function writeOne(
  path: string,
  text: string,
  system: System,
  owned: boolean,
): Promise<WrittenFile["became"]> {
  const bytes = new TextEncoder().encode(text);
  const parent = path.slice(0, path.lastIndexOf("/"));
  await system.makeDirectory(parent, { parents: true });
  try {
    await system.createFile(path, bytes);
    return "written";
  } catch (error) {
    if (!(error instanceof SystemError) || error.kind !== "exists") throw error;
  }
  const there = new TextDecoder().decode(await system.readFile(path));
  if (there === text) return "same";
  if (!owned) return "kept";
  await system.writeFile(path, bytes);
  return "written";
}
