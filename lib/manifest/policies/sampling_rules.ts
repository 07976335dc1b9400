import type { Problem } from "../../base/problem.ts";
import { type KnownModel, nameOf } from "../../catalog/known_model.ts";
import type { Worker } from "../../schema/worker.ts";
import { possibleKind } from "./reasoning_kind.ts";

/** The sampling fields of the worker section. */
const SAMPLING_FIELDS = ["temperature", "top_p", "top_k"] as const;
type SamplingField = typeof SAMPLING_FIELDS[number];
type Sampled = Pick<Worker, SamplingField> & {
  readonly reasoning?: Worker["reasoning"] | undefined;
};

/** What anthropic wants beside a budget, by field; anything else it refuses. */
const BESIDE_A_BUDGET: Readonly<
  Record<SamplingField, {
    readonly fits: (value: number) => boolean;
    readonly wanted: string;
  }>
> = {
  temperature: { fits: (value) => value === 1, wanted: "1" },
  top_p: { fits: (value) => value >= 0.95, wanted: "at least 0.95" },
  top_k: { fits: () => false, wanted: "left out" },
};

/**
 * Warns of sampling that the provider refuses: with any of it, or beside a
 * budget for thinking.
 */
export function checkSampling(
  worker: Sampled,
  known: KnownModel,
  report: (problem: Problem) => void,
): void {
  const isRefused = known.entry?.temperature === false;
  const hasBudget = known.model.scheme === "anthropic" &&
    typeof worker.reasoning === "number" && worker.reasoning >= 0 &&
    possibleKind(known) === "budget_tokens";
  for (const field of SAMPLING_FIELDS) {
    const value = worker[field];
    if (value === undefined || isIgnored(field, known)) continue;
    const { fits, wanted } = BESIDE_A_BUDGET[field];
    const why = isRefused
      ? `${nameOf(known)} takes no sampling parameters`
      : hasBudget && !fits(value)
      ? `beside a budget for reasoning it has to be ${wanted}, and it is ${value}`
      : undefined;
    if (why === undefined) continue;
    report({
      code: "sampling-refused",
      severity: "warning",
      message: `\`worker.${field}\` would be refused by the provider: ${why}`,
      path: ["worker", field],
      help: isRefused
        ? "leave it out"
        : `leave it out, or leave \`worker.reasoning\` and \`quality\` out`,
    });
  }
}

/** A provider cannot refuse what is never sent to it. */
function isIgnored(field: SamplingField, { model }: KnownModel): boolean {
  switch (model.scheme) {
    case "openai_responses":
      return model.auth.kind === "codex_oauth" || field === "top_k";
    case "openai_chat":
      return field === "top_k";
    case "anthropic":
    case "gemini":
      return false;
  }
}
