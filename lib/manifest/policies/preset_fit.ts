import type {
  CompactionPreset,
  CompactionRatioField,
} from "../../schema/compaction.ts";
import {
  brokenRules,
  type Figures,
  type Violation,
} from "./compaction_rules.ts";
import { compactionSizes, type WrittenShares } from "./compaction_sizes.ts";
import { COMPACTION_PRESETS } from "./presets.ts";
import { type CompactionSpace, roomOf } from "./request_room.ts";

/** A compaction section in tokens but for its shares. */
export interface PresetUse {
  readonly preset: CompactionPreset;
  /** The shares that are written beside the preset. */
  readonly written: WrittenShares;
  /** Every other field, defaults filled in. */
  readonly figures: Omit<Figures, CompactionRatioField>;
}

/** The fields that a preset fills in. */
export const PRESET_FIELDS: readonly CompactionRatioField[] = [
  "threshold",
  "request_threshold",
  "worker_context_max_tokens",
];

/** The rules that are broken by what comes from the preset. */
function presetViolations(
  { preset, written, figures }: PresetUse,
  space: CompactionSpace,
): readonly Violation[] {
  const sizes = compactionSizes(written, preset, space);
  return brokenRules({ ...figures, ...sizes }, space)
    .filter((violation) => isOfPreset(violation, written));
}

/** Whether none of the shares that a rule compares was written out. */
export function isOfPreset(
  { fields }: Violation,
  written: WrittenShares,
): boolean {
  const shares = fields as readonly CompactionRatioField[];
  return shares.filter((field) => PRESET_FIELDS.includes(field))
    .every((field) => written[field] === undefined);
}

/** The presets that break no rule, everything else as it is. */
export function fittingPresets(
  use: PresetUse,
  space: CompactionSpace,
): readonly CompactionPreset[] {
  return (Object.keys(COMPACTION_PRESETS) as CompactionPreset[]).filter(
    (preset) => presetViolations({ ...use, preset }, space).length === 0,
  );
}

/**
 * The smallest window in which a preset breaks no rule, everything else as it
 * is. Every rule that a window satisfies a larger one satisfies, too.
 *
 * @param whose which window changes; `main` with the worker's where they are one
 * @returns tokens; `undefined` when none is large enough
 */
export function smallestWindow(
  use: PresetUse,
  space: CompactionSpace,
  whose: "main" | "worker",
  isOneModel: boolean,
): number | undefined {
  const fits = (window: number) => {
    const other = resized(space, window, whose, isOneModel);
    return roomOf(other) > 0 &&
      presetViolations(use, other)
        .every((violation) => !isOneModel && violation.whose !== whose);
  };
  let high = 1;
  while (!fits(high)) {
    if (high >= Number.MAX_SAFE_INTEGER / 2) return undefined;
    high *= 2;
  }
  let low = Math.floor(high / 2);
  // `low` does not fit, `high` does.
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function resized(
  space: CompactionSpace,
  window: number,
  whose: "main" | "worker",
  isOneModel: boolean,
): CompactionSpace {
  if (whose === "worker" && !isOneModel) {
    return { ...space, workerWindow: window };
  }
  return {
    ...space,
    window,
    contextWindow: space.contextWindow > space.window
      ? Math.max(space.contextWindow, window)
      : window,
    ...isOneModel && { workerWindow: window },
  };
}
