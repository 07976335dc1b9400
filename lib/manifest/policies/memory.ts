import type { ResolvedModel } from "../../catalog/resolve_model.ts";
import type { Profile } from "../../profile/profile.ts";
import { MEMORY, type Memory } from "../../schema/memory.ts";
import { copySection } from "../copy_section.ts";
import { tokensOf, type WindowShare } from "../window_share.ts";
import { MEMORY_PRESETS } from "./presets.ts";

/** The models that the memory section may name. */
export interface MemoryModels {
  readonly extract?: ResolvedModel | undefined;
  readonly consolidation?: ResolvedModel | undefined;
}

/**
 * The memory section: what is written, else the preset's; ratios as tokens of
 * the main model's window, whose conversation is counted.
 *
 * @param directory what a relative `workspace_root` is relative to
 */
export function memory(
  written: Profile["memory"],
  main: ResolvedModel,
  models: MemoryModels,
  directory: string,
): Memory | undefined {
  if (written === undefined) return undefined;
  const preset = written.preset && MEMORY_PRESETS[written.preset];
  const threshold = extractThreshold(written);
  return copySection(MEMORY, written, directory, {
    extract_model: models.extract?.model,
    extract_threshold: threshold === undefined || main.window === undefined
      ? undefined
      : tokensOf(threshold, main.window),
    consolidation_model: models.consolidation?.model,
    consolidation_threshold_files: written.consolidation_threshold_files ??
      preset?.consolidation_threshold_files,
    consolidation_threshold_bytes: written.consolidation_threshold_bytes ??
      preset?.consolidation_threshold_bytes,
  });
}

/** `extract_threshold` as it is written, as tokens or ratio, else the preset's. */
export function extractThreshold(
  written: NonNullable<Profile["memory"]>,
): WindowShare | undefined {
  if (written.extract_threshold !== undefined) return written.extract_threshold;
  if (written.extract_threshold_ratio !== undefined) {
    return { ratio: written.extract_threshold_ratio };
  }
  return written.preset && MEMORY_PRESETS[written.preset].extract_threshold;
}
