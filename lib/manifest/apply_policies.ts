import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { isKnown, type KnownModel } from "../catalog/known_model.ts";
import { matchEntry } from "../catalog/match_entry.ts";
import type { ResolvedModel } from "../catalog/resolve_model.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { answerOriginOf, answerTokens } from "./policies/answer_limit.ts";
import { checkCompaction } from "./policies/check_compaction.ts";
import { compactionSpace } from "./policies/compaction.ts";
import { checkMaxTokens } from "./policies/max_tokens_rules.ts";
import { checkReasoning } from "./policies/reasoning_rules.ts";
import { checkSampling } from "./policies/sampling_rules.ts";

/**
 * Applies to a manifest file the policies that are about more than one field:
 * the answer gets its room beside a reasoning budget. What cannot work is a
 * warning here: such files exist, and what they say is kept.
 *
 * @param manifest valid
 * @param resolved its models as they were looked up, by section
 */
export function applyPolicies(
  manifest: PodManifest,
  catalog: Catalog,
  resolved: ReadonlyMap<string, ResolvedModel>,
  report: (problem: Problem) => void,
): PodManifest {
  const main = resolved.get("model");
  if (main === undefined || !isKnown(main)) return manifest;
  const { worker, compaction } = manifest;
  const judged = withEntry(main, catalog);
  checkMaxTokens(worker.max_tokens, judged, "warning", report);
  // What is filled in comes from the catalog only where the file refers to it.
  const answer = answerTokens(main, worker.max_tokens, worker.reasoning);
  if (worker.reasoning !== undefined) {
    checkReasoning(worker.reasoning, answer.tokens, judged, report);
  }
  checkSampling(worker, judged, report);
  const compactor = resolved.get("compaction.model") ?? main;
  if (compaction && isKnown(compactor)) {
    checkCompaction(
      compaction,
      compactionSpace(main, compactor, answer.tokens),
      {
        main,
        worker: compactor,
        sentFrom: answerOriginOf(worker.max_tokens, answer),
        pathOf: (fields) => ["compaction", ...fields.slice(0, 1)],
        severity: "warning",
      },
      report,
    );
  }
  return answer.tokens === undefined
    ? manifest
    : { ...manifest, worker: { ...worker, max_tokens: answer.tokens } };
}

/** A model that is pinned already is checked with its catalog row. */
function withEntry(known: KnownModel, catalog: Catalog): KnownModel {
  if (known.ref !== undefined) return known;
  const entry = matchEntry(catalog, known.model);
  return entry === undefined ? known : { ...known, entry };
}
