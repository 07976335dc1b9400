import { failure } from "../base/profile_error.ts";
import { refusalCode, type System, SystemError } from "../system/system.ts";
import { nearFile } from "./near_file.ts";
import type { ChosenProfile } from "./select_profile.ts";

/**
 * Makes sure that a profile chosen by its path is a file. Registry entries were
 * looked at when they were found.
 *
 * @throws {ProfileError} `profile-missing`, `file-unreadable`,
 * `permission-missing`
 */
export async function requireFile(
  system: System,
  chosen: ChosenProfile,
): Promise<void> {
  if (chosen.kind !== "path") return;
  const { path } = chosen;
  try {
    const kind = await system.stat(path);
    if (kind === "file" || kind === "other") return;
    if (kind !== undefined) {
      throw failure(
        "profile-missing",
        `\`${path}\` is a directory, not a profile`,
      );
    }
    const near = await nearFile(system, path);
    throw failure("profile-missing", `there is no file \`${path}\``, {
      ...near !== undefined && { help: `did you mean \`${near}\`?` },
    });
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw failure(
      refusalCode(error),
      `cannot look at \`${path}\`: ${error.message}`,
    );
  }
}
