import type { Problem } from "../../base/problem.ts";
import type { ResolvedModel } from "../../catalog/resolve_model.ts";
import type { Profile } from "../../profile/profile.ts";
import type {
  Compaction,
  CompactionDraft,
  CompactionRatioField,
} from "../../schema/compaction.ts";
import { COMPACTION_DEFAULTS } from "../../schema/defaults.ts";
import type { PinnedModel } from "../../schema/model.ts";
import { tokensOf, type WindowShare } from "../window_share.ts";
import {
  checkCompactionOrder,
  checkRequestRoom,
  checkWorkerContext,
} from "./compaction_rules.ts";
import { COMPACTION_PRESETS } from "./presets.ts";

/**
 * The compaction section: what is written, else the preset's, else the
 * defaults; ratios as tokens. The thresholds are parts of the main model's
 * window, what the compacting worker reads of its own model's.
 *
 * @param main the Pod's model
 * @param own `compaction.model`, where there is one
 */
export function compaction(
  written: Profile["compaction"],
  main: ResolvedModel,
  own: ResolvedModel | undefined,
  report: (problem: Problem) => void,
): Compaction | undefined {
  if (written === undefined) return undefined;
  const { preset, threshold, request_threshold, worker_context_max_tokens } =
    written;
  const fractions = preset && COMPACTION_PRESETS[preset];
  const worker = own ?? main;

  const concrete: CompactionDraft = {
    ...written as CompactionDraft,
    threshold: share(threshold ?? fractions?.threshold, main),
    request_threshold: share(
      request_threshold ?? fractions?.request_threshold,
      main,
    ),
    worker_context_max_tokens: share(
      worker_context_max_tokens ?? fractions?.worker_context_max_tokens,
      worker,
    ),
  };
  const section = fillCompaction(concrete, own?.model);

  const pathOf = (field: CompactionRatioField) =>
    written[field] !== undefined
      ? ["compaction", field]
      : preset !== undefined
      ? ["compaction", "preset"]
      : ["compaction"];
  checkCompactionOrder(section, main, pathOf, report);
  checkRequestRoom(section, main, pathOf, report);
  checkWorkerContext(section, worker, pathOf, report);
  return section;
}

/** The section with every default filled in; nothing is computed or checked. */
export function fillCompaction(
  written: CompactionDraft,
  model: PinnedModel | undefined,
): Compaction {
  const or = (field: keyof typeof COMPACTION_DEFAULTS): number =>
    written[field] ?? COMPACTION_DEFAULTS[field];
  return {
    prune_protected_tokens: or("prune_protected_tokens"),
    prune_min_savings: or("prune_min_savings"),
    threshold: written.threshold,
    request_threshold: written.request_threshold,
    retained_tokens: or("retained_tokens"),
    overview_target_tokens: or("overview_target_tokens"),
    overview_warning_tokens: or("overview_warning_tokens"),
    overview_deadline_tokens: or("overview_deadline_tokens"),
    worker_context_max_tokens: or("worker_context_max_tokens"),
    finish_warning_remaining_tokens: or("finish_warning_remaining_tokens"),
    final_reserve_tokens: or("final_reserve_tokens"),
    worker_max_turns: or("worker_max_turns"),
    summary_target_tokens: or("summary_target_tokens"),
    summary_max_tokens: or("summary_max_tokens"),
    auto_read_budget_tokens: or("auto_read_budget_tokens"),
    result_context_max_tokens: or("result_context_max_tokens"),
    model,
  };
}

/** Tokens of a model's window; unknown when there is an error with the model. */
function share(
  written: WindowShare | undefined,
  { window }: ResolvedModel,
): number | undefined {
  if (written === undefined || typeof written === "number") return written;
  return window === undefined ? undefined : tokensOf(written, window);
}
