import { failure } from "../base/profile_error.ts";
import { type System, SystemError } from "../system/system.ts";

/**
 * Writes a text file whole or not at all.
 *
 * @param path absolute
 * @throws {ProfileError} `file-unwritable`
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
    throw failure(
      "file-unwritable",
      `cannot write \`${path}\`: ${error.message}`,
    );
  }
}
