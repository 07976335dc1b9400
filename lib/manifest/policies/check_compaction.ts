import type { Problem } from "../../base/problem.ts";
import { nameOf } from "../../catalog/known_model.ts";
import type { ResolvedModel } from "../../catalog/resolve_model.ts";
import type { Compaction } from "../../schema/compaction.ts";
import {
  brokenRules,
  type Figures,
  type Violation,
} from "./compaction_rules.ts";
import type { CompactionSizes } from "./compaction_sizes.ts";
import {
  fittingPresets,
  isOfPreset,
  type PresetUse,
  smallestWindow,
} from "./preset_fit.ts";
import { type CompactionSpace, roomOf } from "./request_room.ts";

/** What a compaction section was made from, for what there is to say of it. */
export interface CompactionContext {
  readonly main: ResolvedModel;
  /** Who compacts; the same as `main` where no other does. */
  readonly worker: ResolvedModel;
  /** Left out: no preset filled anything in. */
  readonly preset?: PresetUse | undefined;
  /** The preset's thresholds before they were lowered. */
  readonly unlowered?: CompactionSizes["unlowered"] | undefined;
  /** Where to point for fields, the one to change first. */
  readonly pathOf: (fields: readonly (keyof Compaction)[]) => Problem["path"];
  /** Where the tokens that a request sets aside are from: a clause. */
  readonly sentFrom: string;
  /** Of a broken rule. */
  readonly severity: "error" | "warning";
}

type Report = (problem: Problem) => void;

/** Says what is wrong with a compaction section, and what was lowered to fit. */
export function checkCompaction(
  figures: Figures,
  space: CompactionSpace,
  context: CompactionContext,
  report: Report,
): void {
  // An answer as long as the window has its own error.
  if (roomOf(space) <= 0) return;
  const { preset, unlowered, pathOf, severity } = context;
  const broken = brokenRules(figures, space);
  const ofPreset = broken.filter((violation) =>
    preset !== undefined && isOfPreset(violation, preset.written)
  );
  for (const violation of broken) {
    if (ofPreset.includes(violation)) continue;
    const { code, fields, message, help } = violation;
    report({ code, severity, message, path: pathOf(fields), help });
  }
  if (preset !== undefined && ofPreset.length > 0) {
    report({ ...tooSmall(preset, ofPreset, space, context), severity });
  } else if (broken.length === 0) {
    if (preset !== undefined && unlowered !== undefined) {
      report(lowered(preset, unlowered, figures, space, context));
    } else {
      checkRoom(figures, space, context, report);
    }
  }
}

/** One error for everything that comes from a preset. */
function tooSmall(
  use: PresetUse,
  violations: readonly Violation[],
  space: CompactionSpace,
  { main, worker, unlowered, sentFrom }: CompactionContext,
): Omit<Problem, "severity"> {
  const isOneModel = main === worker;
  const whose = violations.some((violation) => violation.whose === "main")
    ? "main"
    : "worker";
  const least = smallestWindow(use, space, whose, isOneModel);
  const fitting = fittingPresets(use, space);
  const room = roomOf(space);
  const what = whose === "worker" && !isOneModel
    ? `the window of ${nameOf(worker)}, ${space.workerWindow} tokens`
    : unlowered !== undefined
    ? `what ${nameOf(main)} leaves for a request, ${room} tokens of ` +
      `${space.contextWindow} beside the ${space.sent} for the answer (${sentFrom})`
    : `the window of ${nameOf(main)}, ${space.window} tokens`;
  return {
    code: "compaction-preset",
    message:
      `\`compact.preset("${use.preset}")\` does not fit: ${what}, is too ` +
      `small (${violations[0]?.message})`,
    path: ["compaction", "preset"],
    help:
      (least === undefined
        ? "it fits no window with the other fields as they are"
        : `it fits a window of at least ${least} tokens with the other fields as they are`) +
      (fitting.length > 0
        ? `; here fits ${fitting.map((preset) => `\`${preset}\``).join(" or ")}`
        : "; no preset fits here"),
  };
}

/** The preset starts earlier, so that the answer has its room. */
function lowered(
  { preset }: PresetUse,
  unlowered: NonNullable<CompactionSizes["unlowered"]>,
  figures: Figures,
  { sent, contextWindow }: CompactionSpace,
  { sentFrom }: CompactionContext,
): Problem {
  const pair = (sizes: Pick<Figures, "threshold" | "request_threshold">) =>
    `${sizes.threshold} and ${sizes.request_threshold}`;
  return {
    code: "compaction-lowered",
    severity: "note",
    message: `\`compact.preset("${preset}")\` compacts earlier, at ` +
      `${pair(figures)} tokens instead of ${
        pair(unlowered)
      }: the answer needs ` +
      `${sent} of the ${contextWindow} tokens of the window (${sentFrom})`,
    path: ["compaction", "preset"],
  };
}

/** A written threshold that a request with its answer never reaches. */
function checkRoom(
  { request_threshold: request }: Figures,
  space: CompactionSpace,
  { pathOf, sentFrom }: CompactionContext,
  report: Report,
): void {
  const room = roomOf(space);
  if (request === undefined || request <= room) return;
  report({
    code: "compaction-room",
    severity: "warning",
    message:
      "`compaction.request_threshold` is more than a request may have: " +
      `${request} tokens, ${room} are left beside the ${space.sent} for the ` +
      `answer (${sentFrom})`,
    path: pathOf(["request_threshold"]),
    help: `write at most ${room}, or a smaller \`worker.max_tokens\``,
  });
}
