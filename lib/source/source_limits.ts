/** Directory entries looked at when a profile computes module names: a home directory is too large. */
export const MAX_DIRECTORY_ENTRIES = 10_000;
