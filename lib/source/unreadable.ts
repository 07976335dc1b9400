import type { DiagnosticCode } from "../base/diagnostic_codes.ts";
import { failure, type ProfileError } from "../base/profile_error.ts";
import { SystemError, type SystemErrorKind } from "../system/system.ts";
import { MAX_SOURCE_BYTES } from "./source_limits.ts";

const CODES: Partial<Record<SystemErrorKind, DiagnosticCode>> = {
  "not-found": "profile-missing",
  "not-permitted": "permission-missing",
  "too-large": "limit-source",
};

const HELP: Partial<Record<SystemErrorKind, string>> = {
  "not-permitted":
    "start the program with the permission to read it (`--allow-read`)",
  "too-large":
    `a source file has at most ${MAX_SOURCE_BYTES} bytes; move data into local modules`,
  "is-directory": "name the profile's file",
};

/** The error for a file that the outside world does not give out; any other stays what it is. */
export function unreadable(path: string, error: unknown): ProfileError {
  if (!(error instanceof SystemError)) throw error;
  const help = HELP[error.kind];
  return failure(
    CODES[error.kind] ?? "file-unreadable",
    `cannot read \`${path}\`: ${error.message}`,
    help === undefined ? {} : { help },
  );
}
