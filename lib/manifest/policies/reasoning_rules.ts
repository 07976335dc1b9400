import type { Problem } from "../../base/problem.ts";
import { suggest } from "../../base/suggest.ts";
import { type KnownModel, nameOf } from "../../catalog/known_model.ts";
import type { Reasoning } from "../../schema/worker.ts";
import { answerLimit, largestBudget } from "./answer_limit.ts";
import { EFFORT_ORDER } from "../../schema/effort_order.ts";
import { effortLabels, nearestEffort } from "./effort_labels.ts";
import { DEFAULT_MIN_BUDGET_TOKENS } from "./quality_reasoning.ts";
import {
  isOutside,
  KIND_NAMES,
  possibleKind,
  SENT_KIND,
  whyNeither,
} from "./reasoning_kind.ts";

const PATH = ["worker", "reasoning"];
type Report = (problem: Problem) => void;

/**
 * Warns of a written `worker.reasoning` that cannot work, with what would. It
 * is kept all the same.
 *
 * @param reasoning ratios as the tokens they came to
 * @param maxTokens `worker.max_tokens` of the manifest
 */
export function checkReasoning(
  reasoning: Reasoning,
  maxTokens: number | undefined,
  known: KnownModel,
  report: Report,
): void {
  const written = typeof reasoning === "string" ? "effort" : "budget_tokens";
  if (known.isCapabilityAssumed) {
    return report(assumed(known, "`worker.reasoning` has no effect", PATH));
  }
  if (possibleKind(known) !== written) {
    return report(unsent(written, known, maxTokens));
  }
  const problem = typeof reasoning === "string"
    ? wrongLabel(reasoning, known)
    : wrongBudget(reasoning, maxTokens, known);
  if (problem) report(problem);
}

/** No row says what the model can do, and something depends on it. */
export function assumed(
  known: KnownModel,
  effect: string,
  path: Problem["path"],
): Problem {
  return {
    code: "model-capability-assumed",
    severity: "warning",
    message: `${effect}: nobody says what ${nameOf(known)} can do, so it is ` +
      "taken to have no reasoning control",
    path,
    help: "write its `capability`, in the model section or in the catalog",
  };
}

function unsent(
  written: "effort" | "budget_tokens",
  known: KnownModel,
  maxTokens: number | undefined,
): Problem {
  const { scheme, capability: { reasoning } } = known.model;
  const sent = SENT_KIND[scheme];
  const isModels = possibleKind(known) === undefined &&
    (written === sent || reasoning === undefined && !isOutside(known));
  return {
    code: "reasoning-unsupported",
    severity: "warning",
    message: "`worker.reasoning` has no effect: " +
      (isModels
        ? reasoning === undefined || reasoning === "both"
          ? whyNeither(known)
          : `${nameOf(known)} takes ${KIND_NAMES[reasoning]}, not ${
            KIND_NAMES[written]
          }`
        : `on the scheme \`${scheme}\` the runtime sends ${
          KIND_NAMES[sent]
        }, not ${KIND_NAMES[written]}`),
    path: PATH,
    help: whatWorks(known, maxTokens),
  };
}

/** A help line. */
function whatWorks(known: KnownModel, maxTokens: number | undefined): string {
  switch (possibleKind(known)) {
    case "effort":
      return `write one of ${
        effortLabels(known.entry).map((label) => `\`${label}\``).join(", ")
      }, or leave it out and write \`quality\` in \`model\``;
    case "budget_tokens":
      return `write ${
        budgets(known, maxTokens)
      }, or leave it out and write \`quality\` in \`model\``;
    case undefined:
      return isOutside(known)
        ? `name a model of the catalog, and write \`quality\` in \`model\` ` +
          `in place of it: ${whyNeither(known)}`
        : `leave it out, or choose another model: ${whyNeither(known)}`;
  }
}

/** Which budgets work, `a budget from 1024 to 55808 tokens`. */
function budgets(known: KnownModel, maxTokens: number | undefined): string {
  const { min = DEFAULT_MIN_BUDGET_TOKENS, max = Infinity } =
    known.entry?.reasoning_budget ?? {};
  const most = Math.min(max, largestBudget(answerLimit(known, maxTokens)));
  return most < min
    ? `a budget of at least ${min} tokens, and a larger \`worker.max_tokens\``
    : `a budget from ${min} to ${most} tokens`;
}

function wrongLabel(label: string, known: KnownModel): Problem | undefined {
  const { entry } = known;
  const labels = effortLabels(entry);
  // Without a row nobody knows what the model takes: any label that models
  // have may be right, and so may one that no other model has.
  const isUnknown = entry === undefined &&
    (EFFORT_ORDER.includes(label) ||
      suggest(label, EFFORT_ORDER) === undefined);
  if (labels.includes(label) || isUnknown) return undefined;
  const known_ = entry === undefined ? EFFORT_ORDER : labels;
  const meant = suggest(label, known_);
  const nearest = EFFORT_ORDER.includes(label)
    ? nearestEffort(label, labels)
    : meant;
  return {
    code: "reasoning-label",
    severity: "warning",
    message: `\`worker.reasoning\` may be refused: ${nameOf(known)} takes ${
      known_.map((one) => `\`${one}\``).join(", ")
    }, not \`${label}\``,
    path: PATH,
    help: nearest === undefined
      ? "take one of them, or add the label to `reasoning_efforts` in the catalog"
      : nearest === meant && !EFFORT_ORDER.includes(label)
      ? `did you mean \`${nearest}\`?`
      : `the nearest is \`${nearest}\``,
  };
}

function wrongBudget(
  tokens: number,
  maxTokens: number | undefined,
  known: KnownModel,
): Problem | undefined {
  const { entry, model } = known;
  const { min = DEFAULT_MIN_BUDGET_TOKENS, max } = entry?.reasoning_budget ??
    {};
  const output = entry?.max_output_tokens;
  const why = tokens === -1
    ? model.scheme === "gemini"
      ? undefined
      : "-1, which lets the model decide, is for the scheme `gemini` alone"
    : maxTokens !== undefined && tokens >= maxTokens
    ? `${tokens} tokens are not below \`worker.max_tokens\`, ${maxTokens}`
    : output !== undefined && tokens >= output
    ? `${tokens} tokens are not below the ${output} that ${
      nameOf(known)
    } answers at most`
    : tokens < min
    ? `${tokens} tokens are below the ${min} that ${
      nameOf(known)
    } takes at least`
    : max !== undefined && tokens > max
    ? `${tokens} tokens are above the ${max} that ${
      nameOf(known)
    } takes at most`
    : undefined;
  return why === undefined ? undefined : {
    code: "reasoning-budget",
    severity: "warning",
    message: `\`worker.reasoning\` may be refused: ${why}`,
    path: PATH,
    help: `write ${budgets(known, maxTokens)}`,
  };
}
