import { MAX_MODULES, MAX_MODULES_BYTES } from "./source_limits.ts";

/** What one evaluation may read beside the profile itself, modules and imports together. */
export interface SourceBudget {
  /**
   * Takes a file into account.
   *
   * @returns what is beyond the limit with it, `undefined` when it fits
   */
  take(bytes: Uint8Array): string | undefined;
}

/** A budget that nothing was taken from yet. */
export function sourceBudget(): SourceBudget {
  let files = 0;
  let total = 0;
  return {
    take(bytes) {
      files++;
      total += bytes.length;
      if (files > MAX_MODULES) return `more than ${MAX_MODULES} files`;
      if (total > MAX_MODULES_BYTES) {
        return `files of more than ${MAX_MODULES_BYTES} bytes`;
      }
    },
  };
}
