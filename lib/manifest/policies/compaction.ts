import type { Problem } from "../../base/problem.ts";
import { isKnown } from "../../catalog/known_model.ts";
import type { ResolvedModel } from "../../catalog/resolve_model.ts";
import type { Profile } from "../../profile/profile.ts";
import {
  COMPACTION,
  type Compaction,
  type CompactionRatioField,
} from "../../schema/compaction.ts";
import { copySection } from "../copy_section.ts";
import { checkCompaction } from "./check_compaction.ts";
import { compactionSizes } from "./compaction_sizes.ts";
import { PRESET_FIELDS } from "./preset_fit.ts";
import { type CompactionSpace, sentTokens } from "./request_room.ts";
import type { Thinking } from "./reasoning.ts";
import { retained } from "./retention.ts";

type Written = NonNullable<Profile["compaction"]>;

/**
 * The compaction section: what is written, else the preset's, else the
 * defaults; ratios as tokens. The thresholds are parts of the main model's
 * window, what the compacting worker reads of its own model's.
 *
 * @param main the Pod's model
 * @param own `compaction.model`, where there is one
 * @param answer `worker.max_tokens` of the manifest, and where it is from
 * @param directory what relative paths are relative to
 */
export function compaction(
  written: Profile["compaction"],
  main: ResolvedModel,
  own: ResolvedModel | undefined,
  answer: Pick<Thinking, "max_tokens" | "answerFrom">,
  directory: string,
  report: (problem: Problem) => void,
): Compaction | undefined {
  if (written === undefined) return undefined;
  const worker = own ?? main;
  const space = compactionSpace(main, worker, answer.max_tokens);
  const { unlowered, ...sizes } = compactionSizes(
    written,
    written.preset,
    space,
  );
  const section = copySection(COMPACTION, written, directory, {
    ...kept(written),
    ...sizes,
    model: own?.model,
  });
  checkCompaction(section, space, {
    main,
    worker,
    preset: written.preset && {
      preset: written.preset,
      written,
      figures: section,
    },
    unlowered,
    sentFrom: answer.answerFrom,
    pathOf: (fields) => pathOf(fields, written),
    severity: "error",
  }, report);
  return section;
}

/**
 * Where the compaction of a Pod has to fit. A model that could not be looked up
 * is an error already; what does not depend on it is checked all the same.
 */
export function compactionSpace(
  main: ResolvedModel,
  worker: ResolvedModel,
  maxTokens: number | undefined,
): CompactionSpace {
  return {
    ...isKnown(main)
      ? {
        window: main.window,
        contextWindow: main.model.context_window,
        sent: sentTokens(main.model, maxTokens),
      }
      : { window: Infinity, contextWindow: Infinity, sent: 0 },
    workerWindow: worker.window ?? Infinity,
  };
}

/** What `retention` fills in where nothing is written. */
function kept(written: Written): Partial<Compaction> {
  const fields = Object.entries(retained(written.retention))
    .filter(([field]) => written[field as keyof Written] === undefined);
  return Object.fromEntries(fields);
}

/** The first of the fields that was written, else what filled them in. */
function pathOf(
  fields: readonly (keyof Compaction)[],
  written: Written,
): Problem["path"] {
  const field = fields.find((name) => written[name] !== undefined);
  if (field !== undefined) return ["compaction", field];
  const isOfPreset = written.preset !== undefined &&
    fields.some((name) => PRESET_FIELDS.includes(name as CompactionRatioField));
  return isOfPreset ? ["compaction", "preset"] : ["compaction"];
}
