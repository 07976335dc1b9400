import { failure } from "../base/profile_error.ts";
import type { RecordingSystem } from "../system/recording_system.ts";
import { refusalCode, type System, SystemError } from "../system/system.ts";

/**
 * Writes a text file whole or not at all.
 *
 * @param path absolute
 * @param read knows what the text was made from: that is never written over
 * @throws {ProfileError} `file-unwritable`, `permission-missing`
 */
export async function saveText(
  system: System,
  path: string,
  text: string,
  read?: Pick<RecordingSystem, "wasRead">,
): Promise<void> {
  if (await read?.wasRead(path)) {
    throw failure(
      "file-unwritable",
      `cannot write \`${path}\`: what is written was made from that file`,
      { help: "name another file with `--out`" },
    );
  }
  try {
    await system.writeFile(path, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw failure(
      refusalCode(error, "file-unwritable"),
      `cannot write \`${path}\`: ${error.message}`,
      error.kind === "not-permitted"
        ? {
          help: "start the program with the permission to write it, or leave " +
            "`--out` away and send standard output to a file",
        }
        : {},
    );
  }
}
