/** One source file. */
export const MAX_SOURCE_BYTES = 2 ** 20;

/** Local modules of one profile. */
export const MAX_MODULES = 256;

/** Local modules of one profile, together. */
export const MAX_MODULES_BYTES = 4 * 2 ** 20;

/** Lists and objects inside one another in the data that a profile is. */
export const MAX_RESULT_DEPTH = 64;

/** Directory entries looked at when a profile computes module names: a home directory is too large. */
export const MAX_DIRECTORY_ENTRIES = 10_000;
