import { failure } from "../base/profile_error.ts";
import type { System } from "../system/system.ts";
import { type FileNamer, followFile } from "../trust/follow_file.ts";
import type { Territory } from "../trust/territory.ts";
import { MAX_SOURCE_BYTES } from "./source_limits.ts";
import { unreadable } from "./unreadable.ts";

/** A file that was named as a profile, and who named it. */
export interface NamedSource {
  /** Absolute. */
  readonly path: string;
  readonly namedBy: FileNamer;
}

/** The bytes of a source, and how they were reached. */
export interface ReadSource {
  readonly bytes: Uint8Array;
  /** The path it was read by. */
  readonly real: string;
  /** As in `TrustedFile`. */
  readonly throughLink: boolean;
}

/**
 * Reads the file of a profile, if the one who named it may have it read.
 *
 * @throws {ProfileError} `profile-unsupported` for a link that is not followed;
 * `profile-missing`, `file-unreadable`, `limit-source`, `permission-missing`
 */
export async function readSource(
  system: System,
  { path, namedBy }: NamedSource,
  territory: Territory,
): Promise<ReadSource> {
  try {
    // What a person names as a device or a pipe has no path of its own.
    if (namedBy === "typed" && await system.stat(path) === "other") {
      const bytes = await system.readFile(path, MAX_SOURCE_BYTES);
      return { bytes, real: path, throughLink: false };
    }
    const followed = await followFile(system, path, namedBy, territory);
    if ("reason" in followed) {
      throw failure(
        "profile-unsupported",
        `cannot read \`${path}\`: ${followed.reason}`,
        { help: followed.help },
      );
    }
    const bytes = await system.readFile(followed.real, MAX_SOURCE_BYTES);
    return { bytes, ...followed };
  } catch (error) {
    throw unreadable(path, error);
  }
}
