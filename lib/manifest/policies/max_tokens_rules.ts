import type { Problem } from "../../base/problem.ts";
import { type KnownModel, nameOf } from "../../catalog/known_model.ts";

/**
 * A written `worker.max_tokens` that the window or the model has no room for.
 *
 * @param severity of one that is not below the window
 */
export function checkMaxTokens(
  written: number | undefined,
  known: KnownModel,
  severity: "error" | "warning",
  report: (problem: Problem) => void,
): void {
  if (written === undefined) return;
  const { model: { context_window: window }, entry } = known;
  const output = entry?.max_output_tokens;
  const path = ["worker", "max_tokens"];
  if (written >= window) {
    report({
      code: "max-tokens",
      severity,
      message: `\`worker.max_tokens\` leaves nothing of the context window: ` +
        `${written} tokens of ${window}`,
      path,
      help: `an answer of at most ${
        Math.min(output ?? Infinity, Math.floor(window / 2))
      } tokens leaves the conversation its room`,
    });
  } else if (output !== undefined && written > output) {
    report({
      code: "max-tokens",
      severity: "warning",
      message: `\`worker.max_tokens\` is more than ${
        nameOf(known)
      } answers: ${written} tokens, at most ${output}`,
      path,
      help: `write at most ${output}`,
    });
  }
}
