import type { Problem } from "../../base/problem.ts";
import type { ResolvedModel } from "../../catalog/resolve_model.ts";
import type { Profile } from "../../profile/profile.ts";
import {
  COMPACTION,
  type Compaction,
  type CompactionRatioField,
} from "../../schema/compaction.ts";
import { copySection } from "../copy_section.ts";
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
 * @param directory what relative paths are relative to
 */
export function compaction(
  written: Profile["compaction"],
  main: ResolvedModel,
  own: ResolvedModel | undefined,
  directory: string,
  report: (problem: Problem) => void,
): Compaction | undefined {
  if (written === undefined) return undefined;
  const { preset, threshold, request_threshold, worker_context_max_tokens } =
    written;
  const fractions = preset && COMPACTION_PRESETS[preset];
  const worker = own ?? main;

  const section = copySection(COMPACTION, written, directory, {
    threshold: share(threshold ?? fractions?.threshold, main),
    request_threshold: share(
      request_threshold ?? fractions?.request_threshold,
      main,
    ),
    worker_context_max_tokens: share(
      worker_context_max_tokens ?? fractions?.worker_context_max_tokens,
      worker,
    ),
    model: own?.model,
  });

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

/** Tokens of a model's window; unknown when there is an error with the model. */
function share(
  written: WindowShare | undefined,
  { window }: ResolvedModel,
): number | undefined {
  if (written === undefined || typeof written === "number") return written;
  return window === undefined ? undefined : tokensOf(written, window);
}
