import { failure } from "../base/profile_error.ts";
import { type System, SystemError } from "../system/system.ts";

/**
 * Writes a text file whole or not at all.
 *
 * @param path absolute
 * @throws {ProfileError} `file-unwritable`, `permission-missing`
 */
export async function saveText(
  system: System,
  path: string,
  text: string,
): Promise<void> {
  try {
    await system.writeFile(path, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    const said = `cannot write \`${path}\`: ${error.message}`;
    if (error.kind !== "not-permitted") throw failure("file-unwritable", said);
    throw failure("permission-missing", said, {
      help: "start the program with the permission to write it, or leave " +
        "`--out` away and send standard output to a file",
    });
  }
}
