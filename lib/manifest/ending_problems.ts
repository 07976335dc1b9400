import { counted } from "../base/counted.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import {
  type EndingsOptions,
  type ModelEnding,
  modelEnding,
} from "../catalog/model_ending.ts";
import type { ModelReferences } from "../schema/resolution_inputs.ts";

/**
 * The models of a manifest that are gone, or end soon.
 *
 * @param models what they were pinned from
 * @param isBuiltin only a builtin profile names them: nobody can mend it there
 */
export function endingProblems(
  models: ModelReferences,
  catalog: Catalog,
  { today, withinDays }: EndingsOptions,
  isBuiltin: boolean,
): Problem[] {
  return Object.entries(models).flatMap(([section, ref]) => {
    const ending = modelEnding(catalog, ref, today);
    return ending === undefined || ending.daysLeft > withinDays
      ? []
      : [problemOf(ending, section, isBuiltin)];
  });
}

function problemOf(
  { ref, day, daysLeft, replacement }: ModelEnding,
  section: string,
  isBuiltin: boolean,
): Problem {
  const isGone = daysLeft <= 0;
  return {
    code: isGone ? "model-retired" : "model-retiring",
    severity: isGone && !isBuiltin ? "error" : "warning",
    message: isGone
      ? `\`${ref}\` retired on ${day}`
      : `\`${ref}\` retires on ${day}, in ${counted(daysLeft, "day")}`,
    path: [...section.split("."), "ref"],
    help: replacement === undefined
      ? "choose another model: `insomnia-profile models` shows them"
      : `use \`${replacement}\``,
  };
}
